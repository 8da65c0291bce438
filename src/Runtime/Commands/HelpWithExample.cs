using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The help of a command, followed by one worked example.</summary>
internal sealed class HelpWithExample(HelpAction help, IReadOnlyDictionary<Command, string> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int status = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out string? example))
        {
            parseResult.InvocationConfiguration.Output.WriteLine("Example:");
            parseResult.InvocationConfiguration.Output.WriteLine($"  {example}");
        }
        return status;
    }
}
