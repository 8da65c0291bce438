using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Linker.Import;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc import mtree</c>: a listing as a manifest.</summary>
internal sealed class ImportMtreeCommand() : CommandBase(
    "mtree",
    "Make a manifest of an mtree(5) listing, as bsdtar, the mtree of the BSDs and mlc ls write it.",
    "bsdtar --format=mtree -C proto -cf - . | mlc import mtree -o base.manifest /dev/stdin")
{
    private readonly Argument<string> file = new("FILE") { Description = "The listing." };
    private readonly OwnerOptions owners = new();
    private readonly ImportOutput output = new();

    protected override void AddTo(Command command)
    {
        command.Add(file);
        owners.AddTo(command);
        output.Project.AddAccountsTo(command);
        output.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var reader = new ProjectReader(Invocation, options, Global, output.Project);
        Ruling ruling = reader.ReadRuling();
        OwnerNames names = owners.Names(options, ruling.Accounts);
        var findings = new List<Finding>();
        IReadOnlyList<ImportedEntry> entries = MtreeManifest.Read(reader.ReadText(options.GetValue(file)!), names, findings);
        findings.AddRange(names.Findings);
        string text = ManifestText.Of([new ImportedGroup(null, entries)], findings);
        return output.Write("import mtree", options.GetValue(file)!, options, Global, Invocation, ruling, findings, text);
    }
}
