using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>Reads the exception files of illumos.</summary>
/// <param name="machine">The architecture whose platform is made, <c>i386</c> or <c>sparc</c>.</param>
public sealed class ExceptionFile(string machine)
{
    // What validate_pkg.py looks for: others or the group may write, a set-id program can be read, an owner other than root may write, or is not needed.
    private static readonly string[] OfModes = ["MLC7101", "MLC7102", "MLC7105", "MLC7113", "MLC7114"];

    private string Machine64 => machine == "sparc" ? "sparcv9" : "amd64";

    /// <summary>
    /// The exceptions of <paramref name="source"/>, line by line. Lines for another architecture are left out and counted; what is no line of such a file
    /// is added to <paramref name="findings"/>.
    /// </summary>
    public IReadOnlyList<Exemption> Read(SourceText source, ExceptionFormat format, ICollection<Finding> findings, out int elsewhere)
    {
        var exceptions = new List<Exemption>();
        elsewhere = 0;
        foreach (ExceptionLine line in ExceptionLine.In(source))
        {
            if (format is ExceptionFormat.CheckRtime or ExceptionFormat.InterfaceCheck)
            {
                if (WithKeyword(line, findings) is { } read) exceptions.Add(read);
            }
            else if (line.Words.Count > 1 && !line.Words.Skip(1).Any(word => word.Is(machine)))
            {
                elsewhere++;
            }
            else
            {
                exceptions.Add(Path(line, format == ExceptionFormat.Packaging));
            }
        }
        return exceptions;
    }

    private Exemption? WithKeyword(ExceptionLine line, ICollection<Finding> findings)
    {
        Token word = line.Words[0];
        if (Keyword.Find(word.Text) is not { } keyword)
        {
            string? near = NearNames.Nearest(word.Text, Keyword.Words);
            findings.Add(ImportSyntax.At($"there is no keyword '{word}'", Location.Of(word), near is null ? $"one of {string.Join(", ", Keyword.Words)}" : $"did you mean {near}?"));
            return null;
        }
        if (line.Words.Count == 1)
        {
            findings.Add(ImportSyntax.At($"{word} has no pattern", Location.Of(word), $"write it as: {word} PATTERN"));
            return null;
        }
        // The pattern is all the rest of the line, blanks included.
        Token pattern = line.Words[1] with { Length = line.Words[^1].End - line.Words[1].Start };
        string? obstacle = keyword.Obstacle;
        if (keyword.IsOfSearchPath)
        {
            (IReadOnlyList<string> objects, IReadOnlyList<string> details) = LddMessage.OfSearchPath(pattern.Text, Machine64, out obstacle);
            return Of(line, pattern, keyword.Rules, objects, obstacle) with { Details = details };
        }
        IReadOnlyList<string> globs = obstacle is null ? PatternGlobs.Of(pattern.Text, Machine64, out obstacle) : [];
        return Of(line, pattern, keyword.Rules, globs, obstacle);
    }

    private static Exemption Path(ExceptionLine line, bool isPackaging)
    {
        Token word = line.Words[0];
        bool isPath = ImagePath.TryParse(word.Text, out ImagePath path) && !path.IsRoot && !path.Text.AsSpan().ContainsAny("*?\\");
        if (!isPath) return Of(line, word, [], [], "it is no path of an image that a glob can say");
        if (!isPackaging) return Of(line, word, OfModes, [path.Text], null);
        // validate_pkg leaves a directory out with all below it. The list does not tell directories, but their names seldom have a dot.
        string[] globs = path.Name.Contains('.', StringComparison.Ordinal) ? [path.Text] : [path.Text, path.Text + "/**"];
        return Of(line, word, ["MLC3008"], globs, null);
    }

    private static Exemption Of(ExceptionLine line, Token at, IReadOnlyList<string> rules, IReadOnlyList<string> globs, string? obstacle)
    {
        string words = string.Join(' ', line.Words);
        return new Exemption(Location.Of(at), words, rules, globs, line.Reason ?? $"from {at.Source.Name}: {words}", obstacle);
    }
}
