using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>The search path of an object as its rules see it: each segment with where it leads, for every name the object has.</summary>
internal sealed class SearchPathOf
{
    private const long TagRpath = 15;
    private const long TagRunpath = 29;

    /// <summary>The search path of <paramref name="file"/>, an object with a dynamic section, which <paramref name="linker"/> may load.</summary>
    public SearchPathOf(LoadModel linker, AuditedFile file)
    {
        Linker = linker;
        File = file;
        List = SearchList.Parse(Dynamic.SearchPath ?? "");
        Loaded = [.. ObjectNames.All(file, linker.Profile)];
        Segments = [.. List.Segments.Where(segment => !segment.IsEmpty).Select(Led)];
    }

    /// <summary>The linker.</summary>
    public LoadModel Linker { get; }

    /// <summary>The image.</summary>
    public AuditedImage Image => Linker.Image;

    /// <summary>The object.</summary>
    public AuditedFile File { get; }

    /// <summary>The object by the names that make a difference.</summary>
    public IReadOnlyList<LinkedObject> Loaded { get; }

    /// <summary>Its facts.</summary>
    public ElfObject Elf => File.Elf!;

    /// <summary>Its dynamic section.</summary>
    public ElfDynamic Dynamic => Elf.Dynamic!;

    /// <summary>The search path that counts.</summary>
    public SearchList List { get; }

    /// <summary>Its segments in their order, without empty ones.</summary>
    public IReadOnlyList<LedSegment> Segments { get; }

    /// <summary>The tag that counts, or both where they say the same.</summary>
    public string Tag => Dynamic.Rpath == Dynamic.Runpath ? "DT_RUNPATH and DT_RPATH" : NameOf(LastTag);

    /// <summary>The tag that does not count, because another stands behind it, and its text; null where there is none that says something else.</summary>
    public (string Tag, string Text)? Overruled => Dynamic is { Rpath: { } rpath, Runpath: { } runpath } && rpath != runpath
        ? LastTag == TagRpath ? (NameOf(TagRunpath), runpath) : (NameOf(TagRpath), rpath)
        : null;

    private long LastTag => Dynamic.Entries.LastOrDefault(entry => entry.Key is TagRpath or TagRunpath).Key;

    /// <summary>A finding of <paramref name="rule"/> about <paramref name="segment"/>.</summary>
    public Finding At(Rule rule, LedSegment segment, string what) => At(rule, what, segment.Text) with
    {
        Detail = [new("runpath", List.Text), new("segment", segment.Text)],
    };

    /// <summary>A finding of <paramref name="rule"/> about the whole, or about what <paramref name="key"/> says.</summary>
    public Finding At(Rule rule, string what, string key = "") =>
        Image.Finding(rule, File.Path, $"the search path of '{File.Path}' {what}", key) with { Detail = [new("runpath", List.Text)] };

    private static string NameOf(long tag) => tag == TagRpath ? "DT_RPATH" : "DT_RUNPATH";

    private LedSegment Led(SearchSegment segment)
    {
        var places = new List<SearchPlace>();
        foreach (LinkedObject loaded in Loaded)
        {
            foreach (ExpandedPath path in Linker.Profile.Values.Expand(segment, loaded.Origin))
            {
                if (path.Path is { } text && text.StartsWith('/')) places.Add(new SearchPlace(text, Image.Follow(ImagePath.Root, text)));
            }
        }
        return new LedSegment(segment, places);
    }
}

/// <summary>A segment of a search path, and the absolute paths it comes to.</summary>
internal sealed record LedSegment(SearchSegment Segment, IReadOnlyList<SearchPlace> Places)
{
    /// <summary>The segment as it is written.</summary>
    public string Text => Segment.Text;

    /// <summary>The segment in quotes, for messages.</summary>
    public string Quoted => DependencyFinding.Quoted(Text);

    /// <summary>Whether it is absolute and says no token.</summary>
    public bool IsPlain => Text.StartsWith('/') && !Text.Contains('$');
}

/// <summary>A place that is searched, and what lies there.</summary>
internal readonly record struct SearchPlace(string Path, Walk Walk)
{
    /// <summary>Whether a directory of the image lies there.</summary>
    public bool IsDirectory => Walk is { End: WalkEnd.Found, IsDirectory: true };

    /// <summary>Whether the running system may put something there.</summary>
    public bool IsProvided => Walk.End == WalkEnd.Provided;
}
