using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2012: A file has the name of something a tool left behind.</summary>
public static class JunkFile
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2012",
        Name = "junk-file",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "A file has the name of something a tool left behind.",
        Explanation =
            "A manifest that is generated with find takes along what editors, patch, version control and compilers "
            + "leave behind; files of editors have been in the image that way. Objects (.o) are left-overs "
            + "but for those that are linked into programs: crt1.o and its like, values-*.o, and what dtrace and mdb "
            + "use. A directory may have any name.",
        Bad = "f usr/lib/brand/jcommon/cron.orig 0555 root bin",
        Good = "f usr/lib/brand/jcommon/cron 0555 root bin",
    };

    /// <summary>Finds the objects with names that <paramref name="profile"/> calls junk.</summary>
    public static IEnumerable<Finding> Check(Union union, Profile profile)
    {
        foreach (Entry entry in union.Entries)
        {
            if (entry is DirectoryEntry || profile.Junk.WhatIs(entry.Path) is not { } what) continue;
            Token word = entry.Origin.Path;
            yield return Finding.Of(Rule, $"'{entry.Path}' has the name of {what}", Location.Of(word)) with
            {
                Help = "delete the line, or excuse it with a reason",
                Subject = Subject.Of(entry),
                Fixes = [Fix.Of(FixSafety.Unsafe, $"do not deliver {entry.Path}", Edit.DeleteLine(word.Source, word.Line))],
                DetailKey = what,
            };
        }
    }
}
