using System.CommandLine;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Project;

/// <summary>The options that say what is worked on: shared by all commands that read manifests.</summary>
internal sealed class ProjectOptions
{
    public Option<string[]> Define { get; } = Repeated("--define", "NAME=VALUE", "Give the variable $NAME a value.");

    public Option<string?> Passwd { get; } = Single("--passwd", "FILE", "Take owners from this passwd(5) file, where the search directories have none.");

    public Option<string?> Group { get; } = Single("--group", "FILE", "Take groups from this group(5) file, where the search directories have none.");

    public Option<string[]> Select { get; } = Repeated("--select", "RULES", "Only these rules: ids, names, or beginnings of ids, separated by commas.");

    public Option<string[]> Ignore { get; } = Repeated("--ignore", "RULES", "Not these rules.");

    public Option<string[]> Severity { get; } = Repeated("--severity", "RULE=LEVEL", "Count a rule as error, warning, info or off.");

    public Option<string?> FailOn { get; } = Single("--fail-on", "LEVEL", "The severity from which on the run fails: error (the default), warning, info or never.");

    public Option<string?> Format { get; } = Single("--format", "FORMAT", $"How findings are written: {OutputFormats.Names}; {OutputFormats.Human.Name} where it is not given.");

    public Option<string[]> Output { get; } = Repeated("--output", "FORMAT=FILE", "Write the findings to a file, too, in this format; may be given again.");

    public void AddTo(Command command, bool renders = true)
    {
        command.Add(Define);
        AddAccountsTo(command);
        AddRulesTo(command);
        if (!renders) return;
        command.Add(Format);
        command.Add(Output);
    }

    /// <summary>Adds what says what the platform is; nothing is judged, so what is about rules is known and not shown.</summary>
    public void AddInputsTo(Command command)
    {
        command.Add(Define);
        AddAccountsTo(command);
        AddRulesTo(command);
        foreach (Option rule in new Option[] { Select, Ignore, Severity, FailOn }) rule.Hidden = true;
    }

    public void AddAccountsTo(Command command)
    {
        command.Add(Passwd);
        command.Add(Group);
    }

    public void AddRulesTo(Command command)
    {
        command.Add(Select);
        command.Add(Ignore);
        command.Add(Severity);
        command.Add(FailOn);
    }

    public static Option<string[]> Repeated(string name, string value, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = value,
        Description = description,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Single(string name, string value, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = value,
        Description = description,
    };
}
