namespace ManifestLinker.Runtime.World.Trace;

/// <summary>What the flags of an opening call, as strace spells them, say about the file.</summary>
internal static class OpenFlags
{
    /// <summary>Whether <paramref name="call"/> empties the file or makes it: what is read from it later is what was written.</summary>
    public static bool Replaces(TracedCall call) =>
        call.Name == "creat" || Has(call, "O_CREAT") && (Has(call, "O_EXCL") || Has(call, "O_TRUNC")) || Has(call, "O_TMPFILE");

    /// <summary>What <paramref name="call"/> does to the file.</summary>
    public static Access AccessOf(TracedCall call)
    {
        if (call.Name == "creat" || Has(call, "O_WRONLY")) return Access.Write;
        if (Has(call, "O_RDWR")) return Replaces(call) ? Access.Write : Access.Read | Access.Write;
        if (Has(call, "O_PATH")) return Access.Look;
        return Has(call, "O_DIRECTORY") ? Access.List : Access.Read;
    }

    private static bool Has(TracedCall call, string flag) =>
        call.Argument(call.Name == "open" ? 1 : 2).Contains(flag, StringComparison.Ordinal);
}
