using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5040: Nothing that is loaded with an object has a symbol that it uses.</summary>
public static class UnresolvedSymbol
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5040",
        Name = "unresolved-symbol",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "Nothing that is loaded with an object has a symbol that it uses.",
        Explanation =
            "A function that is in none of the libraries ends the program when it is called first, a variable before main. The object was linked with "
            + "other libraries than those of the image, or without -z defs. Symbols that may stay undefined, and those that .SUNW_syminfo leaves to whoever loads "
            + "the object, do not count. A library may find its symbols in the programs that open it, so of libraries it is told for information. Where a "
            + "dependency is missing, that is told instead.",
        Bad = "(usr/bin/foo uses EVP_sm3; libcrypto.so.1 of the image does not have it)",
        Good = "(usr/bin/foo uses EVP_sha256, which libcrypto.so.1 has)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        var index = new SymbolIndex(survey.Objects.SelectMany(root => survey.ClosureOf(root).Objects));
        foreach (LinkedObject user in survey.Objects)
        {
            if (!survey.ClosureOf(user).IsWhole) continue;
            string[] missing = [.. index.Unresolved(survey.ClosureOf(user))];
            if (missing.Length == 0) continue;
            yield return survey.Image.Finding(
                Rule, user.Name, $"'{user}' uses {DependencyFinding.List([.. missing.Select(DependencyFinding.Quoted)])}, which nothing that is loaded with it has") with
            {
                Severity = user.Elf.IsProgram ? Rule.Severity : Severity.Info,
                Help = "link the object with -z defs against the libraries of the image",
                Detail = [new("symbols", string.Join(' ', missing.Take(100)))],
            };
        }
    }
}
