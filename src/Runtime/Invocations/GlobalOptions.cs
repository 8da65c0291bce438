using System.CommandLine;
using System.Globalization;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Invocations;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Directory { get; } = ProjectOptions.Single("-C", "DIR", "Run as if started in DIR.");

    public Option<string?> Workspace { get; } = ProjectOptions.Single("--workspace", "FILE", "The workspace file; else the nearest mlc.toml from here upward.");

    public Option<string> Color { get; } = Choice("--color", "WHEN", "Colour: auto, always or never.", "auto", "always", "never");

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Write nothing but findings and errors." };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Say more; with an internal error, where it happened." };

    public Option<string> Progress { get; } = Choice("--progress", "HOW", "Progress: auto, plain or none.", "auto", "plain", "none");

    public Option<int> Jobs { get; } = new("--jobs", "-j")
    {
        HelpName = "N",
        Description = "Threads to use; as many as there are processors where it is not given. The outputs do not depend on it.",
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int jobs) && jobs > 0) return jobs;
            result.AddError($"--jobs {given}: not a number of threads");
            return 0;
        },
    };

    public Option<bool> Time { get; } = new("--time") { Description = "Show how long each pass took." };

    /// <summary>Adds the options to <paramref name="root"/> and all its commands.</summary>
    public void AddTo(RootCommand root)
    {
        Option[] all = [Directory, Workspace, Color, Quiet, Verbose, Progress, Jobs, Time];
        foreach (Option option in all)
        {
            option.Recursive = true;
            root.Add(option);
        }
    }

    /// <summary>The number of threads to use.</summary>
    public int JobsOf(ParseResult options)
    {
        int jobs = options.GetValue(Jobs);
        return jobs == 0 ? System.Environment.ProcessorCount : jobs;
    }

    private static Option<string> Choice(string name, string value, string description, params string[] words)
    {
        var option = new Option<string>(name) { HelpName = value, Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
