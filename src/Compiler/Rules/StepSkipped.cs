using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4016: A step of the link is left out, because a tool that it needs is missing.</summary>
public static class StepSkipped
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4016",
        Name = "step-skipped",
        Severity = Severity.Info,
        Phase = Phase.Layout,
        Summary = "A step of the link is left out, because a tool that it needs is missing.",
        Explanation =
            "The workspace says that the link may go on without the step (when-missing = \"skip\"). The platform then lacks what the "
            + "step makes: without the SMF repository, for example, every service is imported at the first boot.",
        Bad = """
            [[step]]
            name = "smf-import"
            command = ["tools/smf_import", "$ROOT"]
            tools = ["tools/smf_import"]
            when-missing = "skip"
            """,
        Good = """
            [[step]]
            name = "smf-import"
            command = ["tools/smf_import", "$ROOT"]
            tools = ["tools/smf_import"]
            recorded = "recorded/smf-import"
            """,
    };

    /// <summary>The step <paramref name="name"/>, which makes <paramref name="outputs"/>, is left out: <paramref name="missing"/> is not there.</summary>
    public static Finding At(string name, string missing, IReadOnlyList<string> outputs, Location location) =>
        Finding.Of(Rule, $"the step '{name}' is skipped, because {missing}", location) with
        {
            Help = $"without it the image lacks {string.Join(", ", outputs)}; provide the tool, or take recorded outputs: recorded = \"DIR\"",
            Detail = [new("step", name)],
            DetailKey = name,
        };
}
