using System.CommandLine;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Init;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc init</c>: a workspace file to begin with, or one for a checkout of smartos-live.</summary>
internal sealed class InitCommand() : CommandBase(
    "init",
    "Write an mlc.toml: one to begin with, or with --from one for a checkout of smartos-live, whose configuration is read and never run.",
    "mlc init --from smartos-live && mlc -C smartos-live check")
{
    private readonly Argument<string?> directory = new("DIR")
    {
        Description = "Where mlc.toml goes; here where it is not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> from = ProjectOptions.Single("--from", "DIR", "Describe this checkout of smartos-live, of today or of 2012.");
    private readonly Option<string?> output = ProjectOptions.Single("-o", "FILE", "With --from, write to FILE instead of DIR/mlc.toml; - is standard output.");

    private readonly Option<string> make = new("--make")
    {
        HelpName = "PROGRAM",
        Description = "With --from, the GNU make that phases call.",
        DefaultValueFactory = _ => "gmake",
    };

    private IFileSystem Files => Invocation.Host.Files;

    protected override void AddTo(Command command)
    {
        command.Add(directory);
        command.Add(from);
        command.Add(output);
        command.Add(make);
    }

    protected override int Run(ParseResult options)
    {
        if (options.GetValue(from) is { } checkout) return WriteFor(checkout, options);
        if (options.GetValue(output) is not null) throw new UsageException("-o is for --from", "name the directory for a new mlc.toml after init");
        string folder = options.GetValue(directory) ?? ".";
        if (Files.File.Exists(folder)) throw new UsageException($"{folder} is a file", "name a directory");
        string file = Files.Path.Combine(folder is "." ? "" : folder, WorkspaceFile.FileName);
        RefuseToReplace(file);
        Files.Directory.CreateDirectory(folder);
        return Save(file, NewWorkspace.Text, options);
    }

    private int WriteFor(string top, ParseResult options)
    {
        if (options.GetValue(directory) is { } other) throw new UsageException($"'{other}' and --from are given", "with --from, name the file with -o");
        if (!Files.Directory.Exists(top)) throw new UsageException($"--from {top}: there is no such directory", "name the top of a checkout of smartos-live");
        string file = options.GetValue(output) ?? Files.Path.Combine(top is "." ? "" : top, WorkspaceFile.FileName);
        bool isShown = file is "-";
        if (!isShown) RefuseToReplace(file);
        string place = isShown ? top : Files.Path.GetDirectoryName(Files.Path.GetFullPath(file))!;
        string prefix = Files.Path.GetRelativePath(place, Files.Path.GetFullPath(top));
        var checkout = new Checkout(Invocation, top);
        string text = new CheckoutWorkspace(checkout, options.GetValue(make)!, prefix is "." ? "" : prefix).Write();
        if (!options.GetValue(Global.Quiet))
        {
            foreach (string note in checkout.Notes) Invocation.Error.WriteLine($"mlc: note: {Rendering.VisibleText.Of(note)}");
        }
        if (!isShown) return Save(file, text, options);
        Write(text);
        return ExitCode.Done;
    }

    private void RefuseToReplace(string file)
    {
        if (Invocation.Host.Status(file) is not null) throw new UsageException($"{file} exists already", "change it by hand, or move it away first");
    }

    private int Save(string file, string text, ParseResult options)
    {
        WholeFile.Write(Files, file, EscapedUtf8.Encode(text));
        if (!options.GetValue(Global.Quiet)) Write($"wrote {file}\n");
        return ExitCode.Done;
    }
}
