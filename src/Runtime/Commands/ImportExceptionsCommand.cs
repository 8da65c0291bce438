using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import.Exceptions;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc import-exceptions</c>: the exception files of illumos as exceptions for mlc.toml.</summary>
internal sealed class ImportExceptionsCommand() : CommandBase(
    "import-exceptions",
    "Make [[exception]] tables for mlc.toml of the exception files of illumos.",
    "mlc import-exceptions exception_lists/packaging exception_lists/pmodes >> mlc.toml")
{
    private static readonly (string Name, ExceptionFormat Format)[] Formats =
    [
        ("check_rtime", ExceptionFormat.CheckRtime), ("interface_check", ExceptionFormat.InterfaceCheck),
        ("packaging", ExceptionFormat.Packaging), ("pmodes", ExceptionFormat.Pmodes),
    ];

    private readonly Argument<string[]> files = new("FILE") { Description = "Exception files.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string?> kind = ProjectOptions.Single(
        "--kind", "KIND", "What the files are: check_rtime, interface_check, packaging or pmodes. Without it, their names say so.");

    private readonly Option<string> arch = new("--arch")
    {
        HelpName = "ARCH",
        Description = "The architecture whose exceptions are wanted: i386 or sparc.",
        DefaultValueFactory = _ => "i386",
    };

    private readonly ImportOutput output = new();

    protected override void AddTo(Command command)
    {
        command.Add(files);
        kind.AcceptOnlyFromAmong([.. Formats.Select(format => format.Name)]);
        command.Add(kind);
        arch.AcceptOnlyFromAmong("i386", "sparc");
        command.Add(arch);
        output.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var reader = new ProjectReader(Invocation, options, Global, output.Project);
        Ruling ruling = reader.ReadRuling();
        (string File, ExceptionFormat Format)[] named = [.. options.GetValue(files)!.Select(file => (file, FormatOf(file, options)))];
        var findings = new List<Finding>();
        var exceptions = new List<Exemption>();
        var importer = new ExceptionFile(options.GetValue(arch)!);
        int elsewhere = 0;
        foreach ((string file, ExceptionFormat format) in named)
        {
            exceptions.AddRange(importer.Read(reader.ReadText(file), format, findings, out int left));
            elsewhere += left;
        }
        findings.AddRange(exceptions.Where(exception => exception.Obstacle is not null).Select(NotTaken));
        findings.AddRange(Waiting(exceptions));
        int status = output.Write("import-exceptions", options.GetValue(files)![0], options, Global, Invocation, ruling, findings, ExceptionToml.Of(exceptions));
        if (status == ExitCode.Done && !options.GetValue(Global.Quiet)) Invocation.Error.WriteLine(Counts(exceptions, elsewhere));
        return status;
    }

    private ExceptionFormat FormatOf(string file, ParseResult options)
    {
        string name = options.GetValue(kind) ?? Invocation.Host.Files.Path.GetFileName(file);
        int found = Array.FindIndex(Formats, format => format.Name.Equals(name, StringComparison.Ordinal));
        return found >= 0
            ? Formats[found].Format
            : throw new UsageException($"{file}: its name does not say what it is", $"say --kind KIND, one of {string.Join(", ", Formats.Select(format => format.Name))}");
    }

    // It stands in the output as a comment, so nothing is lost; that is worth no more than a warning.
    private static Finding NotTaken(Exemption exception) =>
        ImportUnsupported.At($"'{exception.Line}' was not taken over: {exception.Obstacle}", exception.Location, "write an exception by hand where one is needed") with
        {
            Severity = Severity.Warning,
        };

    private static IEnumerable<Finding> Waiting(IEnumerable<Exemption> exceptions) => exceptions
        .SelectMany(exception => exception.Rules.SelectMany(rule => exception.Globs.Select(glob => (Rule: rule, Glob: glob))))
        .Distinct()
        .GroupBy(pair => pair.Rule, StringComparer.Ordinal)
        .Where(group => !ExceptionToml.IsKnown(group.Key))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Finding.Of(
            ImportUnsupported.Rule,
            string.Create(CultureInfo.InvariantCulture, $"this version has no rule {group.Key}; its exceptions ({group.Count()}) were written as comments")) with
        {
            Severity = Severity.Warning,
            Help = "import them again with a version that has the rule",
            DetailKey = group.Key,
        });

    private static string Counts(IReadOnlyList<Exemption> exceptions, int elsewhere)
    {
        int taken = exceptions.Count(exception => exception.Obstacle is null);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{taken} of {exceptions.Count} exceptions taken over{(elsewhere > 0 ? $", {elsewhere} of another architecture left out" : "")}");
    }
}
