using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Runtime.Diffs;
using ManifestLinker.Runtime.Fixing;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc fmt</c>: the canonical form of manifests.</summary>
internal sealed class FmtCommand() : CommandBase(
    "fmt",
    "Write manifests in their canonical form: one blank between words, normal paths, entries in order between comments. They say the same before and after.",
    "mlc fmt --check manifest.d")
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> manifests = new("MANIFEST|DIR")
    {
        Description = "Manifests, or directories of them; - for standard input, which goes to standard output. Without any, the components of the workspace.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> check = new("--check") { Description = "Change nothing; list the files that would change, and exit with status 1 where there are any." };

    private readonly Option<bool> diff = new("--diff") { Description = "Change nothing; show what would change, and exit with status 1 where anything would." };

    protected override void AddTo(Command command)
    {
        command.Add(manifests);
        command.Add(check);
        command.Add(diff);
    }

    protected override int Run(ParseResult options)
    {
        string[] given = options.GetValue(manifests)!;
        bool piped = given.Contains(StandardInput, StringComparer.Ordinal);
        if (piped && given.Length > 1) throw new UsageException("fmt - takes standard input alone", "name files, or -");
        var reader = new ProjectReader(Invocation, options, Global, new ProjectOptions());
        MendedFile[] files = piped
            ? [Formatted(StandardInput, ReadInput())]
            : [.. reader.ReadManifests(given).Select(manifest => manifest.Path).Distinct(StringComparer.Ordinal).Select(path => Formatted(path, reader.ReadText(path)))];
        MendedFile[] changed = [.. files.Where(file => !ReferenceEquals(file.Before, file.After))];

        bool checks = options.GetValue(check);
        bool shows = options.GetValue(diff);
        if (shows) Write(string.Concat(changed.Select(file => UnifiedDiff.Between(file.Before.Name, file.Before.Text, file.After.Text))));
        else if (checks) Write(string.Concat(changed.Select(file => file.Before.Name + "\n")));
        else if (piped) Write(files[0].After.Text);
        else FileRewriting.Write(Invocation.Host, changed.Select(file => (file.Path, file.After)));
        if (checks || shows) return changed.Length > 0 ? ExitCode.Findings : ExitCode.Done;
        if (!piped && !options.GetValue(Global.Quiet)) Write(Summary(changed.Length, files.Length - changed.Length));
        return ExitCode.Done;
    }

    private SourceText ReadInput()
    {
        using var whole = new MemoryStream();
        Invocation.Input.CopyTo(whole);
        return SourceText.FromBytes(StandardInput, whole.ToArray());
    }

    private static MendedFile Formatted(string path, SourceText text)
    {
        ManifestSyntax manifest = ManifestParser.Parse(text);
        return manifest.Lines.FirstOrDefault(line => line is ConflictMarkerLine) is { } marker
            ? throw new InvalidDataException($"{text.Name}:{marker.Number}: a merge conflict marker: decide which side holds, then format; nothing was written")
            : new MendedFile(path, text, ManifestFormatter.Format(manifest));
    }

    private static string Summary(int changed, int unchanged) =>
        string.Create(CultureInfo.InvariantCulture, $"{changed} {(changed == 1 ? "file" : "files")} formatted, {unchanged} unchanged\n");
}
