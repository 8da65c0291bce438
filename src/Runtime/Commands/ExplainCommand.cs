using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Explain;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc explain</c>: what a rule is about.</summary>
internal sealed class ExplainCommand() : CommandBase(
    "explain",
    "Explain a rule: what is wrong, why it matters, a bad and a good example, and how to excuse a finding.",
    "mlc explain MLC2002")
{
    private readonly Argument<string?> rule = new("RULE")
    {
        Description = "The id or the name of a rule. Without one, all rules are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> all = new("--all") { Description = "Explain every rule." };

    private readonly Option<bool> markdown = new("--markdown") { Description = "Write the page docs/rules.md (with --all)." };

    protected override void AddTo(Command command)
    {
        command.Add(rule);
        command.Add(all);
        command.Add(markdown);
    }

    protected override int Run(ParseResult options)
    {
        if (options.GetValue(markdown)) Write(RuleMarkdown.Page(RuleTable.All));
        else if (options.GetValue(all)) Write(string.Join('\n', RuleTable.All.Select(RuleText.Explain)));
        else if (options.GetValue(rule) is { } name) Write(RuleText.Explain(Find(name)));
        else Write(RuleText.List(RuleTable.All));
        return ExitCode.Done;
    }

    private static Rule Find(string name)
    {
        (Rule? found, string problem) = RuleLookup.Find(name);
        return found ?? throw new UsageException(problem, "mlc explain lists the rules");
    }
}
