using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Runtime.Workspace;

/// <content>What the file says, as the values the compiler takes.</content>
internal sealed partial record WorkspaceFile
{
    /// <summary><paramref name="profile"/> with what the file says otherwise.</summary>
    public Profile ToProfile(Profile profile) => profile with
    {
        Root = Shaped(profile.Root, Root),
        Usr = Shaped(profile.Usr, Usr),
        Underfiles = Usr.Underfiles is { } underfiles ? [.. underfiles.Select(path => path.Value)] : profile.Underfiles,
        Provided = [.. profile.Provided, .. Runtime.Select(section => section.Glob.Value), .. Steps.SelectMany(step => step.Outputs).Select(output => new PathGlob(output.Path.Value.Text))],
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
        Locked = [.. Rules.Locked.Select(selector => selector.Value)],
        Places = Rules.Ignore.Select(selector => (Selector: selector.Value, selector.Location))
            .Concat(Rules.Severities.Select(pair => (Selector: pair.Key, pair.Value.Location)))
            .DistinctBy(place => place.Selector, StringComparer.Ordinal)
            .ToDictionary(place => place.Selector, place => place.Location, StringComparer.Ordinal),
        Suppressions = [.. Exceptions.Select(Excuse)],
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

    private Suppression Excuse(ExceptionSection section) => new(section.Rule.Value, section.Path.Value, section.Reason.Value)
    {
        Detail = section.Detail?.Value,
        Until = section.Until?.Value,
        Owner = section.Owner?.Value,
        Location = section.Rule.Location,
        PathsLocation = section.Path.Location,
        // Others may go by what a base excuses.
        Removal = section.Table is { } table && ReferenceEquals(section.Rule.Location.Source, Source) ? Fix.Of(FixSafety.Safe, "delete the [[exception]]", Without(table)) : null,
    };

    // With the empty line behind it, if there is one.
    private Edit Without(LineRange lines)
    {
        int last = lines.Last < Source.LineCount && Source.LineAt(lines.Last + 1).Chars.IsWhiteSpace() ? lines.Last + 1 : lines.Last;
        int start = Source.LineAt(lines.First).Start;
        return new Edit(Source, start, Source.LineAt(last).Next - start, "");
    }

    private static FileSystemProfile Shaped(FileSystemProfile profile, FileSystemSection section) => profile with
    {
        ImageBytes = section.Size is { } size ? size.Value.Bytes : profile.ImageBytes,
        BytesPerInode = section.BytesPerInode?.Value ?? profile.BytesPerInode,
    };
}
