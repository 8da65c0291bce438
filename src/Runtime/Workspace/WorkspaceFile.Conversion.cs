using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Runtime.Workspace;

/// <content>What the file says, as the values the compiler takes.</content>
internal sealed partial record WorkspaceFile
{
    /// <summary>The declared values of variables.</summary>
    public Variables Variables => new(VariableValues.ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal));

    /// <summary><paramref name="profile"/> with what the file says otherwise.</summary>
    public Profile ToProfile(Profile profile) => profile with
    {
        Root = Shaped(profile.Root, Root),
        Usr = Shaped(profile.Usr, Usr),
        Underfiles = Usr.Underfiles is { } underfiles ? [.. underfiles.Select(path => path.Value)] : profile.Underfiles,
        Provided = [.. profile.Provided, .. Runtime.Select(section => section.Glob.Value)],
        Expectations = [.. profile.Expectations, .. Expectations.Select(Expectation)],
        Setids = [.. profile.Setids, .. Setids.Select(Listing)],
        Forbidden = [.. profile.Forbidden, .. Forbidden.Select(section => new ForbiddenArea(section.Glob.Value, section.Reason.Value))],
        Complete = [.. profile.Complete, .. Complete.Select(section => section.ToArea(profile.Manual))],
    };

    /// <summary>The rules, severities and excuses of the file.</summary>
    public Policy ToPolicy() => new()
    {
        Select = [.. Rules.Select.Select(selector => selector.Value)],
        Ignore = [.. Rules.Ignore.Select(selector => selector.Value)],
        Severities = [.. Rules.Severities.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value))],
        Suppressions = [.. Exceptions.Select(section => new Suppression(section.Rule.Value, section.Path.Value, section.Reason.Value))],
    };

    private static Expectation Expectation(ExpectSection section) => new(section.Glob.Value, section.Reason.Value)
    {
        Type = section.Type?.Value,
        Mode = section.Mode?.Value,
        Owner = section.Owner?.Value,
        Group = section.Group?.Value,
        Place = section.Glob.Location,
    };

    private static SetidListing Listing(SetidSection section) =>
        new(section.Path.Value, section.Mode.Value, section.Owner.Value, section.Group.Value, section.Reason.Value) { Place = section.Path.Location };

    private static FileSystemProfile Shaped(FileSystemProfile profile, FileSystemSection section) => profile with
    {
        ImageBytes = section.Size is { } size ? size.Value.Bytes : profile.ImageBytes,
        BytesPerInode = section.BytesPerInode?.Value ?? profile.BytesPerInode,
    };
}
