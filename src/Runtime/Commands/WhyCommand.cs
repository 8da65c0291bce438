using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker;
using ManifestLinker.Linker.Places;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Questions;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc why</c>: what is known of one object.</summary>
internal sealed class WhyCommand() : QuestionCommand(
    "why",
    "Say all that is known of one object: who delivers it and from where, what it hides, where it lies in the image, what it needs, and who needs it.",
    "mlc why lib/amd64/libc.so.1 -m manifest.d overlay proto")
{
    private readonly LinkOptions link = new();

    protected override void AddTo(Command command)
    {
        base.AddTo(command);
        link.AddSettingsTo(command);
    }

    protected override int Answer(ParseResult options, AskedPlatform asked, string name, bool isJson)
    {
        LinkPlan? plan = asked.Opened is null ? Plan(options, asked) : null;
        ImagePath path = PathOf(asked, plan, name);
        IEnumerable<ObjectPlace> places = asked.Opened is { } opened ? DeliveredPlace.Of(opened, asked.Profile, path) : plan is null ? [] : PlannedPlace.Of(plan, path);
        WhyAnswer answer = WhyAnswer.Of(asked, path, plan, [.. places]);
        if (isJson) WhyJson.Write(answer, Invocation.Output);
        else Write(WhyText.Of(answer));
        return answer.Inode is null ? ExitCode.Findings : ExitCode.Done;
    }

    // A link that is named is asked about itself. Only a name without a slash is looked for elsewhere, and only where nothing lies at the top by it.
    private static ImagePath PathOf(AskedPlatform asked, LinkPlan? plan, string name)
    {
        if (!ImagePath.TryParse(name, out ImagePath path)) throw new UsageException($"'{name}' has a '..' component", "write the path in the image");
        if ((plan?.Image ?? asked.Image.Tree).Find(path) is not null || name.Contains('/', StringComparison.Ordinal)) return path;
        return asked.Graph.Find(name).Count > 0 ? FileOf(asked, name).Path : path;
    }

    private LinkPlan? Plan(ParseResult options, AskedPlatform asked)
    {
        // Why a platform cannot be laid out is the business of check and link.
        var unsaid = new List<Finding>();
        LinkInput input = link.Planned(options, Invocation, asked.Project!, asked.Compilation!);
        return Passes.Plan(input, Invocation.Host, Global.JobsOf(options), unsaid, Invocation.Cancel);
    }
}
