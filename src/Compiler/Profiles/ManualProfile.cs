using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>Where the pages of the manual lie, and which programs should have one.</summary>
public sealed record ManualProfile
{
    /// <summary>A platform without a manual.</summary>
    public static readonly ManualProfile None = new();

    /// <summary>The trees of pages, such as <c>usr/share/man</c>: the page <c>ls(1)</c> is <c>man1/ls.1</c> in one of them.</summary>
    public IReadOnlyList<ImagePath> Roots { get; init; } = [];

    /// <summary>The directories whose programs people type the names of.</summary>
    public IReadOnlyList<ImagePath> CommandDirectories { get; init; } = [];

    /// <summary>The sections that hold the pages of programs, such as <c>1</c> and <c>8</c>.</summary>
    public IReadOnlyList<string> CommandSections { get; init; } = [];

    /// <summary>The file that tells man(1) in which order to search the sections; written by the link where a manifest delivers it. Null for none.</summary>
    public ImagePath? OrderFile { get; init; }

    /// <summary>Which sections are searched before which.</summary>
    public IReadOnlyList<SectionRank> Ranks { get; init; } = [];

    /// <summary>The mode that every page ships with.</summary>
    public Mode PageMode { get; init; } = new(0b100_100_100);

    /// <summary>The section that the directory of <paramref name="path"/> is, as <c>3c</c> for what lies in <c>man3c</c>; null where it is none.</summary>
    public string? SectionOf(ImagePath path)
    {
        string text = path.Text;
        int name = text.LastIndexOf('/');
        int directory = name <= 0 ? -1 : text.LastIndexOf('/', name - 1);
        if (directory < 0 || !text.AsSpan(directory + 1).StartsWith("man") || name - directory <= 4) return null;
        foreach (ImagePath root in Roots)
        {
            if (root.Text.AsSpan().SequenceEqual(text.AsSpan(0, directory))) return text[(directory + 4)..name];
        }
        return null;
    }

    /// <summary>The tree of pages that <paramref name="page"/> lies in; null where it lies in none.</summary>
    public ImagePath? RootOf(ImagePath page) => SectionOf(page) is null ? null : page.Parent.Parent;
}
