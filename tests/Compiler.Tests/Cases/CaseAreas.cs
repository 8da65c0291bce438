using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// What must be delivered as a whole, as lines: <c>prefix PATH</c>, <c>glob GLOB</c> or <c>section PATTERN</c>, and behind it the globs
/// of what need not be.
/// </summary>
internal static class CaseAreas
{
    public static IEnumerable<CompleteArea> Read(SourceText source, ManualProfile manual)
    {
        foreach (SourceLine line in source.Lines)
        {
            string[] words = line.Text.Split(' ');
            (IReadOnlyList<ImagePath> tops, IPathPattern objects) = words[0] switch
            {
                "prefix" => ([ImagePath.Parse(words[1])], new PathPrefix(ImagePath.Parse(words[1]))),
                "glob" => ([new PathGlob(words[1]).Top], new PathGlob(words[1])),
                "section" => (manual.Roots, (IPathPattern)new SectionPattern(manual, new ShellPattern(words[1]))),
                _ => throw new FormatException($"'{line}' declares nothing"),
            };
            yield return new CompleteArea
            {
                Tops = tops,
                Objects = [objects],
                Except = [.. words[2..].Select(glob => new Exemption(new PathGlob(glob), Place(line, glob)))],
                Declared = Place(line, words[0]),
                Unshipped = words[0] == "section" ? ManPageWholeSection.Rule : UnshippedInProto.Rule,
            };
        }
    }

    private static Location Place(SourceLine line, string word)
    {
        int column = line.Text.IndexOf(word, StringComparison.Ordinal) + 1;
        return new Location(line.Source, line.Number, column, column + word.Length);
    }
}
