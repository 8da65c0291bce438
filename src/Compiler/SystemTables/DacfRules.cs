namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/dacf.conf that names a module, whose code the kernel runs when a device is attached or detached.</summary>
public sealed record DacfRule(int Line, string Module);

/// <summary>
/// Reads etc/dacf.conf as the kernel does (<c>read_dacf_binding_file()</c> in <c>usr/src/uts/common/os/modsysfile.c</c>):
/// <c>SPEC="DATA" [MODULE:]OPSET OPERATION OPTIONS [NAME="DATA"...]</c>.
/// </summary>
public static class DacfRules
{
    // MAXNAMELEN.
    private const int Buffer = 256;

    /// <summary>The rules in <paramref name="text"/> that name a module. A line of another form is none.</summary>
    public static SystemTable<DacfRule> Read(string text)
    {
        var rows = new List<DacfRule>();
        foreach (List<KernelToken> tokens in KernelLines.Of(text, Buffer))
        {
            bool isRule = tokens is [{ Kind: KernelTokenKind.Name }, { Text: "=" }, { Kind: KernelTokenKind.Quoted, IsBroken: false }, ..];
            if (isRule && tokens[3..] is [{ Kind: KernelTokenKind.Name } module, { Text: ":" }, { Kind: KernelTokenKind.Name }, { Kind: KernelTokenKind.Name }, ..])
                rows.Add(new DacfRule(tokens[0].Line, module.Text));
        }
        return new(rows, []);
    }
}
