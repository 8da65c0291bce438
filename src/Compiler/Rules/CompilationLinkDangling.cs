using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7012: A link of a library leads to a version that is not delivered, while another is.</summary>
public static class CompilationLinkDangling
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7012",
        Name = "compilation-link-dangling",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "A link of a library leads to a version that is not delivered, while another is.",
        Explanation =
            "A library was brought to a new version, and the lines of its links were not all changed with it. Of a "
            + "compilation link (libx.so) only the link editor takes notice; where it is a name that programs look for at "
            + "run time (libx.so.1) they do not start, and it is an error. It is said instead of MLC7001, which "
            + "speaks where no version of the library lies there.",
        Bad = """
            f usr/lib/libz.so.2 0755 root bin
            s usr/lib/libz.so=libz.so.1
            """,
        Good = """
            f usr/lib/libz.so.2 0755 root bin
            s usr/lib/libz.so=libz.so.2
            """,
    };

    private const string Suffix = ".so";

    /// <summary><paramref name="link"/> leads to <paramref name="missing"/>, where nothing is; null where that is no version of a library, or no other lies there.</summary>
    public static Finding? Check(SymlinkEntry link, ImagePath missing, Union union, ImageNamespace image)
    {
        if (Library(link.Path) is null || Library(missing) is not { } library) return null;
        // The text itself must name what is missing: an intermediate link that does not arrive is the fault of that one.
        if (!link.Target.EndsWith(missing.Name, StringComparison.Ordinal)) return null;
        ImagePath[] delivered = [.. Versions(library, missing, union, image)];
        ImagePath[] alike = [.. delivered.Where(path => Dots(path) == Dots(missing))];
        ImagePath[] candidates = alike.Length > 0 ? alike : delivered;
        if (candidates.Length == 0) return null;

        string[] texts = [.. candidates.Select(path => link.Target[..^missing.Name.Length] + path.Name)];
        FixSafety safety = texts.Length == 1 ? FixSafety.Unsafe : FixSafety.Offered;
        return SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' leads to '{missing}', which is not in the image; {candidates[0].Name} is") with
        {
            Severity = link.Path.Name.EndsWith(Suffix, StringComparison.Ordinal) ? Severity.Warning : Severity.Error,
            Help = $"write {string.Join(" or ", texts)}, or deliver {missing}",
            Fixes = [.. texts.SelectMany(text => new LinkRewriting(union, image).To(text, safety, link))],
            Detail = [new("target", link.Target), new("resolved", missing.Text), .. candidates.Select(path => KeyValuePair.Create("delivered", path.Text))],
        };
    }

    private static IEnumerable<ImagePath> Versions(string library, ImagePath missing, Union union, ImageNamespace image) => union.Siblings(missing)
        .Where(entry => entry.Path.Name.StartsWith(library + ".", StringComparison.Ordinal) && Library(entry.Path) is not null)
        .Where(entry => entry is FileEntry or HardLinkEntry || (entry is SymlinkEntry other && image.Follow(other).End == WalkEnd.Found))
        .Select(entry => entry.Path);

    // The name up to and with ".so", where nothing or a version follows.
    private static string? Library(ImagePath path)
    {
        string name = path.Name;
        int at = name.IndexOf(Suffix, StringComparison.Ordinal);
        if (at <= 0) return null;
        ReadOnlySpan<char> version = name.AsSpan(at + Suffix.Length);
        bool isVersion = version.IsEmpty || (version[0] == '.' && version.Length > 1 && !version.ContainsAnyExceptInRange('.', '9'));
        return isVersion ? name[..(at + Suffix.Length)] : null;
    }

    private static int Dots(ImagePath path) => path.Name.AsSpan().Count('.');
}
