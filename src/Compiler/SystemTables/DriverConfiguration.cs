namespace ManifestLinker.Compiler.SystemTables;

/// <summary>Reads driver.conf(5) files as far as tables speak of them (<c>get_hwc_spec()</c> in <c>usr/src/uts/common/os/modsysfile.c</c>).</summary>
public static class DriverConfiguration
{
    // MAX_HWC_LINESIZE.
    private const int Buffer = 1024;

    /// <summary>The classes that the file <paramref name="text"/> names, as <c>class="scsi"</c>, in the order of the text.</summary>
    public static IReadOnlyList<string> Classes(string text)
    {
        var classes = new List<string>();
        var lexer = new KernelLexer(text, Buffer);
        KernelToken beforeLast = default, last = default;
        for (KernelToken token = lexer.Next(); token.Kind != KernelTokenKind.End; token = lexer.Next())
        {
            if (token.Kind == KernelTokenKind.Comment) lexer.SkipLine();
            if (token.Kind is KernelTokenKind.Comment or KernelTokenKind.NewLine) continue;
            if (beforeLast.Text is ("class" or "CLASS") && last.Text == "=" && token.Kind == KernelTokenKind.Quoted) classes.Add(token.Text);
            (beforeLast, last) = (last, token);
        }
        return classes;
    }
}
