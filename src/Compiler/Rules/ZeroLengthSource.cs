using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3010: A file is empty in the proto area.</summary>
public static class ZeroLengthSource
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3010",
        Name = "zero-length-source",
        Severity = Severity.Warning,
        Phase = Phase.Resolve,
        Summary = "A file is empty in the proto area.",
        Explanation =
            "A step of the build that fails half way leaves an empty file behind, and builder copies it like any other. Logs, tables that the "
            + "running system fills, and markers whose presence is all they say may be empty; the profile lists their places.",
        Bad = "f usr/bin/ls 0555 root bin             (proto/usr/bin/ls has no bytes)",
        Good = "f usr/bin/ls 0555 root bin             (proto/usr/bin/ls is a program)",
    };

    /// <summary>The files of <paramref name="resolved"/> that are empty, and need not be under <paramref name="profile"/>.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ResolvedEntry> resolved, Profile profile) => resolved
        .Where(entry => entry.Source is { Status.Size: 0 } && !profile.MayBeEmpty.Any(glob => glob.Matches(entry.Entry.Path)))
        .Select(entry => At(entry.Entry, entry.Source!));

    private static Finding At(Entry entry, ProtoObject found) =>
        Finding.Of(Rule, $"file '{entry.Path}' is empty in {found.Directory}", entry.Origin.PathLocation) with
        {
            Help = "build it again; if it is meant to be empty, excuse it with a reason",
            Subject = Subject.Of(entry),
            Detail = [new("directory", found.Directory)],
        };
}
