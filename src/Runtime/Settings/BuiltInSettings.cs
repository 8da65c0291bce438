using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Linker.Media;
using ManifestLinker.Linker.Platform.Transforms;
using ManifestLinker.Runtime.Commands;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Settings;

/// <summary>The values that count where nobody says otherwise: the profile's, and those of the program.</summary>
internal sealed class BuiltInSettings(Profile profile)
{
    private const int BytesPerKiB = 1024;
    private const string SpareBlocks = "filesystem.root.spare-blocks", SpareInodes = "filesystem.root.spare-inodes";

    private readonly ProfileOrigin fromProfile = new(profile.Name);

    /// <summary>Whether a key counts only where the size of the file system fits the contents.</summary>
    public static bool IsRoomToSpare(string name) => name is SpareBlocks or SpareInodes;

    /// <summary>The value of a key; null where nothing is built in.</summary>
    public Setting? Find(string name) => name switch
    {
        "platform.profile" => Default(name, new TextSetting(profile.Name)),
        "link.fail-on" => Default(name, new TextSetting(SeverityNames.Of(FailOn.Default.Threshold!.Value))),
        "link.audit" => Default(name, new TextSetting(LinkSection.AuditWords[0])),
        "password.root" => Default(name, new TextSetting(PasswordSection.RootWords[0])),
        "password.hash" => Default(name, new TextSetting(PasswordSection.HashWords[0])),
        "release.name" => Default(name, new TextSetting(ReleaseNames.SmartOs.Name)),
        "release.owner" => Default(name, new TextSetting(ReleaseNames.SmartOs.Owner)),
        "media.console" => Default(name, new TextSetting(BootConsole.Text.Name)),
        "media.label" => Default(name, new TextSetting(IsoMedium.DefaultLabel)),
        "media.size" => Default(name, new TextSetting(MediumSize.DefaultWord)),
        "filesystem.root.size" => Size(name, profile.Root),
        "filesystem.usr.size" => Size(name, profile.Usr),
        "filesystem.root.bytes-per-inode" => FromProfile(name, new NumberSetting(profile.Root.BytesPerInode)),
        "filesystem.usr.bytes-per-inode" => FromProfile(name, new NumberSetting(profile.Usr.BytesPerInode)),
        SpareBlocks => Default(name, new NumberSetting(LinkOptions.RootSpareBlocks)),
        SpareInodes => Default(name, new NumberSetting(LinkOptions.RootSpareInodes)),
        "filesystem.usr.underfiles" => FromProfile(name, SettingValue.Of(profile.Underfiles.Select(path => path.Text[(profile.Usr.MountPoint.Text.Length + 1)..]))),
        _ => null,
    };

    /// <summary>What exists on the running system only by the profile, as tables of this name.</summary>
    public IEnumerable<SettingsTable> RuntimeObjects(string name) => profile.Provided.Concat(profile.Outside)
        .Select(glob => new SettingsTable(name, IsOneOfSeveral: true,
        [
            FromProfile("glob", new TextSetting(glob.Pattern)),
            FromProfile("reason", new TextSetting(profile.Outside.Contains(glob) ? "left to other software" : "made by the running system")),
        ]));

    private Setting Size(string name, FileSystemProfile shape) =>
        FromProfile(name, shape.ImageBytes is { } bytes ? new NumberSetting(bytes / BytesPerKiB) : new TextSetting("auto"));

    private Setting FromProfile(string name, SettingValue value) => new(name, value, fromProfile);

    private static Setting Default(string name, SettingValue value) => new(name, value, DefaultOrigin.Instance);
}
