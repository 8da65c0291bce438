using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <summary>The mancheck.conf files that components name.</summary>
internal static class ManCheckFiles
{
    /// <summary><paramref name="profile"/>, with the sections that <paramref name="texts"/> declare as complete.</summary>
    /// <exception cref="ConfigurationException">A line of them is no statement; all such lines are in it.</exception>
    public static Profile With(this Profile profile, IEnumerable<SourceText> texts)
    {
        ManCheckFile[] files = [.. texts.Select(ManCheckFile.Parse)];
        ConfigurationProblem[] problems =
            [.. files.SelectMany(file => file.Faults).Select(fault => new ConfigurationProblem(ConfigValue.Rule, fault.Location, fault.Message, fault.Help))];
        if (problems.Length > 0) throw new ConfigurationException(problems);
        return ManCheckFile.AreaOf(files, profile.Manual) is { } area ? profile with { Complete = [.. profile.Complete, area] } : profile;
    }
}
