using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3012: The object in the proto area cannot be read.</summary>
public static class UnreadableSource
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3012",
        Name = "unreadable-source",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Summary = "The object in the proto area cannot be read.",
        Explanation =
            "builder stops at the first such object. mlc needs no privilege, but it must be able to read what it "
            + "delivers.",
        Bad = "f etc/shadow 0400 root sys             (proto/etc/shadow belongs to somebody else)",
        Good = "(make the object readable for the user who links)",
    };

    /// <summary>The object of <paramref name="entry"/> denies access.</summary>
    public static Finding At(FileEntry entry, ProtoObject found) =>
        Finding.Of(Rule, $"file '{entry.Path}' in {found.Directory} cannot be read: permission denied", entry.Origin.PathLocation) with
        {
            Help = "make it readable for the user who runs mlc",
            Subject = Subject.Of(entry),
            Detail = [new("directory", found.Directory)],
        };

    /// <summary>The directory <paramref name="path"/> in <paramref name="directory"/> denies access, so that nobody knows whether all of it is delivered.</summary>
    public static Finding Directory(ImagePath path, string directory) =>
        Finding.Of(Rule, $"directory '{path}' in {directory} cannot be read, and all of it should be delivered: permission denied") with
        {
            Help = "make it readable for the user who runs mlc",
            Subject = new Subject(path.Text, "directory", null),
            Detail = [new("directory", directory)],
            DetailKey = directory,
        };
}
