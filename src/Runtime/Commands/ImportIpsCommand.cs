using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Import.Ips;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc import ips</c>: package manifests as a manifest.</summary>
internal sealed class ImportIpsCommand() : CommandBase(
    "ips",
    "Make a manifest of package manifests of IPS (*.p5m, *.mf), as pkgmogrify(1) and pkg(7) read them, with the defaults of illumos.",
    "mlc import ips -o tests.manifest usr/src/pkg/manifests/system-test-*.p5m")
{
    private readonly Argument<string[]> files = new("FILE") { Description = "Package manifests.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> define = ProjectOptions.Repeated("--define", "NAME=VALUE", "Give the macro $(NAME) a value.", "-D");
    private readonly Option<string[]> include = ProjectOptions.Repeated("--include", "DIR", "Look for included files in DIR, too.", "-I");
    private readonly Option<string[]> transforms = ProjectOptions.Repeated("--transforms", "FILE", "Apply this file to every package, instead of the defaults of illumos.");
    private readonly Option<string[]> variant = ProjectOptions.Repeated("--variant", "NAME=VALUE", "The variant of the image, as opensolaris.zone=global.");
    private readonly Option<string[]> facet = ProjectOptions.Repeated("--facet", "NAME=true|false", "Switch a facet; NAME may end in '*', as in doc.*=false.");
    private readonly Option<string[]> mediator = ProjectOptions.Repeated("--mediator", "NAME=VALUE", "The version or implementation that mediated links take.");

    private readonly Option<string> arch = new("--arch")
    {
        HelpName = "ARCH",
        Description = "The architecture: i386 or sparc.",
        DefaultValueFactory = _ => "i386",
    };

    private readonly ImportOutput output = new();

    protected override void AddTo(Command command)
    {
        command.Add(files);
        arch.AcceptOnlyFromAmong("i386", "sparc");
        Option[] all = [arch, define, include, transforms, variant, facet, mediator];
        foreach (Option option in all) command.Add(option);
        output.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var reader = new ProjectReader(Invocation, options, Global, output.Project);
        Ruling ruling = reader.ReadRuling();
        var choices = new IpsOptions
        {
            Macros = Pairs(options, define, "--define"),
            Architecture = options.GetValue(arch)!,
            Variants = Pairs(options, variant, "--variant"),
            Facets = [.. options.GetValue(facet)!.Select(Facet)],
            Mediators = Pairs(options, mediator, "--mediator"),
            Transforms = [.. options.GetValue(transforms)!.Select(reader.ReadText)],
            Include = new IncludedFiles(Invocation.Host, reader, options.GetValue(include)!).Find,
        };
        var findings = new List<Finding>();
        IpsImport import = IpsImport.Read(options.GetValue(files)!.Select(reader.ReadText), choices, findings);
        string text = ManifestText.Of(import.Groups, findings);
        int status = output.Write("import ips", options.GetValue(files)![0], options, Global, Invocation, ruling, findings, text);
        if (options.GetValue(Global.Verbose)) ShowCounts(import);
        return status;
    }

    private void ShowCounts(IpsImport import)
    {
        int entries = import.Groups.Sum(group => group.Entries.Count);
        Invocation.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Groups.Count} packages, {entries} objects"));
        foreach ((string what, int count) in import.Counts)
            Invocation.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  delivers nothing: {count} {what}"));
    }

    private static Dictionary<string, string> Pairs(ParseResult options, Option<string[]> option, string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string given in options.GetValue(option)!)
        {
            (string key, string value) = Pair(given, name);
            pairs[key] = value;
        }
        return pairs;
    }

    private static KeyValuePair<string, bool> Facet(string given)
    {
        (string key, string value) = Pair(given, "--facet");
        return value is "true" or "false"
            ? new(key, value is "true")
            : throw new UsageException($"--facet {given}: a facet is true or false", "write --facet NAME=true, or NAME=false");
    }

    private static (string Name, string Value) Pair(string given, string option)
    {
        int at = given.IndexOf('=', StringComparison.Ordinal);
        return at > 0 ? (given[..at], given[(at + 1)..]) : throw new UsageException($"{option} {given}: no NAME=VALUE", $"write {option} NAME=VALUE");
    }
}
