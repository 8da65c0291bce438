using System.CommandLine;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Fixing;

/// <summary>The options that ask for findings to be mended.</summary>
internal sealed class FixOptions
{
    private readonly Option<bool> fix = new("--fix") { Description = "Mend what can be mended safely, in the files; then show what is left." };

    private readonly Option<bool> unsafeFixes = new("--unsafe-fixes") { Description = "With --fix or --diff: mend also what changes the platform, to what was most likely meant." };

    private readonly Option<bool> diff = new("--diff") { Description = "Show what --fix would change, and write nothing." };

    public void AddTo(Command command)
    {
        command.Add(fix);
        command.Add(unsafeFixes);
        command.Add(diff);
    }

    /// <summary>What is asked for; null where nothing is to be mended.</summary>
    public FixRequest? Read(ParseResult options, ProjectOptions project)
    {
        bool shows = options.GetValue(diff);
        bool all = options.GetValue(unsafeFixes);
        if (all && !shows && !options.GetValue(fix))
            throw new UsageException("--unsafe-fixes by itself mends nothing", "add --fix to change the files, or --diff to see what would change");
        if (shows && (options.GetValue(project.Format) is not null || options.GetValue(project.Output)!.Length > 0))
            throw new UsageException("--diff shows no findings, in no format", "leave --format and --output out");
        return shows || options.GetValue(fix) ? new FixRequest(all ? FixSafety.Unsafe : FixSafety.Safe, shows) : null;
    }
}

/// <summary>Which fixes are wanted, and whether they are to be shown and not written.</summary>
internal sealed record FixRequest(FixSafety Most, bool Shows);
