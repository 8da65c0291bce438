using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Linker.Platform.Transforms;
using ManifestLinker.Linker.Ufs;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The options of the link that are not about manifests: stamp, sizes, password.</summary>
internal sealed class LinkOptions
{
    // A root image is written to at boot (logs, SMF's repository), so one that fits its contents needs room besides.
    public const long RootSpareBlocks = 4096;
    public const long RootSpareInodes = 1024;

    public const string BuildstampVariable = "BUILDSTAMP";

    private readonly Option<string?> buildstamp = ProjectOptions.Single(
        "--buildstamp", "STAMP", "The name and time of the platform, YYYYMMDDTHHMMSSZ; else $BUILDSTAMP, the workspace's, proto/buildstamp, or now.");

    private readonly Option<string[]> sizes = ProjectOptions.Repeated(
        "--size", "FS=SIZE", "How large a file system becomes: root=KIB, usr=KIB, or auto to fit the contents.");

    private readonly PasswordOptions password = new();

    private readonly Option<bool> noAudit = new("--no-audit") { Description = "Do not look into the objects before they are linked." };

    public void AddTo(Command command)
    {
        AddSettingsTo(command);
        command.Add(noAudit);
        password.AddTo(command);
    }

    /// <summary>Adds only the options that stand in place of keys of the workspace file.</summary>
    public void AddSettingsTo(Command command)
    {
        command.Add(buildstamp);
        command.Add(sizes);
    }

    /// <summary>Whether the objects of <paramref name="project"/> are looked into before they are linked.</summary>
    public bool Audits(ParseResult options, LinkProject project) => !options.GetValue(noAudit) && project.Workspace?.Link.Audits is not false;

    /// <summary>The stamp that is given for this run, with the option that gives it, null for <see cref="BuildstampVariable"/>; null where none is given.</summary>
    public (BuildStamp Stamp, string? Option)? BuildstampGiven(ParseResult options, Invocation invocation)
    {
        if (Given(options.GetValue(buildstamp), buildstamp.Name) is { } fromOption) return (fromOption, buildstamp.Name);
        return Given(invocation.Environment(BuildstampVariable), $"${BuildstampVariable}") is { } fromVariable ? (fromVariable, null) : null;
    }

    /// <summary>The sizes that are given for this run, in bytes, null to fit the contents; of several for a file system the last counts.</summary>
    public IEnumerable<(string FileSystem, long? Bytes)> SizesGiven(ParseResult options)
    {
        foreach (string given in options.GetValue(sizes)!)
        {
            string[] pair = given.Split('=', 2);
            if (pair is not ["root" or "usr", _])
                throw new UsageException($"--size {given}: not understood", "write root=KIB, usr=KIB, root=auto or usr=auto");
            yield return (pair[0], pair[1] == "auto" ? null : KiB(given, pair[1]));
        }
    }

    /// <summary>What is linked, from all sources of options.</summary>
    public LinkInput Input(ParseResult options, Invocation invocation, LinkProject project, Compilation compilation)
    {
        LinkInput input = Unsecret(options, invocation, project, compilation);
        return input with { RootPassword = password.Read(options, invocation, project.Workspace, input.Stamp) };
    }

    /// <summary>The same for what is only planned: a password that nobody learns stands in the place of root's.</summary>
    public LinkInput Planned(ParseResult options, Invocation invocation, LinkProject project, Compilation compilation)
    {
        LinkInput input = Unsecret(options, invocation, project, compilation);
        return input with { RootPassword = PasswordOptions.StandIn(project.Workspace, input.Stamp) };
    }

    private LinkInput Unsecret(ParseResult options, Invocation invocation, LinkProject project, Compilation compilation) => new()
    {
        Entries = compilation.Resolved!,
        Profile = project.Profile,
        Stamp = Stamp(options, invocation, project),
        Version = project.Workspace?.Platform.Version?.Value ?? "",
        RootSize = Size(options, project.Profile.Root, project.Workspace?.Root, RootSpareBlocks, RootSpareInodes),
        UsrSize = Size(options, project.Profile.Usr, project.Workspace?.Usr, 0, 0),
        // A size that somebody chose is taken as it is.
        GrowsForDebug = project.Workspace?.Root.Size is null && SizesGiven(options).All(size => size.FileSystem != project.Profile.Root.Name),
        Release = project.Workspace?.Release.Names ?? ReleaseNames.SmartOs,
        Manifests = [.. project.Manifests.Select(manifest => manifest.GivenAs)],
        SearchDirectories = [.. project.Search!.Select(directory => directory.GivenAs)],
    };

    private BuildStamp Stamp(ParseResult options, Invocation invocation, LinkProject project)
    {
        BuildStamp stamp = BuildstampGiven(options, invocation)?.Stamp
            ?? Given(project.Workspace?.Platform.Buildstamp?.Value, "buildstamp in mlc.toml")
            ?? Found(invocation, project)
            ?? BuildStamp.At(invocation.Clock.GetUtcNow());
        return invocation.SourceDate is { } seconds ? stamp.WithTime(seconds) : stamp;
    }

    private static BuildStamp? Given(string? text, string where)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return BuildStamp.TryParse(text, out BuildStamp stamp)
            ? stamp
            : throw new UsageException($"{where}: '{text}' is no build stamp", "write YYYYMMDDTHHMMSSZ, as date -u +%Y%m%dT%H%M%SZ does; 1970 to 2038");
    }

    // The build keeps its stamp in proto/buildstamp; proto is a search directory, or lies in one.
    private static BuildStamp? Found(Invocation invocation, LinkProject project)
    {
        SearchPath search = project.SearchPath(invocation)!;
        foreach (string path in new[] { "buildstamp", "proto/buildstamp" })
        {
            if (search.ReadText(ImagePath.Parse(path), invocation.Host) is { } file)
                return Given(file.Text.Split('\n')[0].Trim(), $"{file.From.Directory}/{path}");
        }
        return null;
    }

    private UfsSize Size(ParseResult options, FileSystemProfile profile, FileSystemSection? section, long spareBlocks, long spareInodes)
    {
        long? bytes = profile.ImageBytes;
        foreach ((string fileSystem, long? given) in SizesGiven(options))
        {
            if (fileSystem == profile.Name) bytes = given;
        }
        return bytes is { } fixedBytes
            ? new UfsSize.Fixed(fixedBytes, profile.BytesPerInode)
            : new UfsSize.Auto(section?.SpareBlocks?.Value ?? spareBlocks, section?.SpareInodes?.Value ?? spareInodes);
    }

    private static long KiB(string given, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int kib) && kib > 0
            ? kib * 1024L
            : throw new UsageException($"--size {given}: '{number}' is no size", "a size is a number of KiB, or auto");
}
