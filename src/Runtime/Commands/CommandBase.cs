using System.CommandLine;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary>A command: its options and arguments, what it does, and one worked example for its help.</summary>
internal abstract class CommandBase(string name, string description, string example)
{
    /// <summary>The commands it is made of, where it is only a name for several.</summary>
    public virtual IReadOnlyList<CommandBase> Parts => [];

    /// <summary>The word it is called by.</summary>
    protected string Name => name;

    /// <summary>What it works with.</summary>
    protected Invocation Invocation { get; private set; } = null!;

    /// <summary>The options that every command takes.</summary>
    protected GlobalOptions Global { get; private set; } = null!;

    /// <summary>The command for the parser; its example, and those of its parts, are added to <paramref name="examples"/>.</summary>
    public Command Build(Invocation invocation, GlobalOptions global, IDictionary<Command, string> examples)
    {
        Invocation = invocation;
        Global = global;
        var command = new Command(name, description);
        examples.Add(command, example);
        AddTo(command);
        foreach (CommandBase part in Parts) command.Add(part.Build(invocation, global, examples));
        if (Parts.Count == 0) command.SetAction(Run);
        return command;
    }

    /// <summary>Adds options and arguments to <paramref name="command"/>.</summary>
    protected abstract void AddTo(Command command);

    /// <summary>Does the work, and gives the exit status.</summary>
    protected abstract int Run(ParseResult options);

    /// <summary>Shows progress as the options ask for.</summary>
    protected PassReporter Reporter(ParseResult options) => new(Invocation.Error, Invocation.Clock, options.GetValue(Global.Progress) switch
    {
        _ when options.GetValue(Global.Quiet) => PassReporter.Style.None,
        "plain" => PassReporter.Style.Plain,
        "auto" when Invocation.ErrorIsTerminal => PassReporter.Style.Live,
        _ => PassReporter.Style.None,
    });

    /// <summary>Writes <paramref name="text"/> to standard output as UTF-8.</summary>
    protected void Write(string text) => Invocation.Output.Write(Grammar.Source.EscapedUtf8.Encode(text));
}
