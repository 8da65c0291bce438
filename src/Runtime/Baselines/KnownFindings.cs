using System.CommandLine;
using System.Globalization;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Baselines;

/// <summary>The options about what is known already: a baseline, how many findings may be new, and whether what is excused is told.</summary>
internal sealed class KnownFindings
{
    private readonly BaselineOptions baseline = new();

    private readonly Option<int?> maxNew = new("--max-new")
    {
        HelpName = "N",
        Description = "Fail where more than N findings are left, whatever their severity.",
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int most)) return most;
            result.AddError($"--max-new {given}: not a number of findings");
            return null;
        },
    };

    private readonly Option<bool> showSuppressed = new("--show-suppressed") { Description = "Tell programs (json) what is excused or in the baseline, too." };

    public void AddTo(Command command)
    {
        baseline.AddTo(command);
        command.Add(maxNew);
        command.Add(showSuppressed);
    }

    /// <summary>The baseline that the options name, or else <paramref name="workspaceFile"/>, the workspace's; null for none.</summary>
    public Baseline? Baseline(ParseResult options, IFileSystem files, string? workspaceFile) => baseline.Read(options, files, workspaceFile);

    /// <summary>Whether programs are told what is excused and what a baseline hides, too.</summary>
    public bool ShowsSuppressed(ParseResult options) => options.GetValue(showSuppressed);

    /// <summary>Whether <paramref name="verdict"/> has more new findings than are allowed, which is said: nothing in the findings themselves tells it.</summary>
    public bool AreTooMany(Verdict verdict, ParseResult options, Invocation invocation)
    {
        int count = verdict.CountNew;
        if (!(count > options.GetValue(maxNew))) return false;
        invocation.Error.WriteLine(FormattableString.Invariant($"mlc: {count} new finding{(count == 1 ? "" : "s")}, and --max-new allows {options.GetValue(maxNew)}"));
        return true;
    }
}
