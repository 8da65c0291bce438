using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8218: A configuration names a module that processes load and that is not delivered.</summary>
public static class NsswitchPamModuleMissing
{
    // Programs that read these databases know the sources themselves: the automounter, sendmail, lp, libnsl, bootparamd.
    private static readonly string[] WithoutBackends = ["aliases", "automount", "bootparams", "printers", "publickey", "sendmailvars"];

    // Where the run-time linker looks by itself.
    private static readonly string[] LibraryDirectories = ["lib/", "usr/lib/"];

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8218",
        Name = "nsswitch-pam-module-missing",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A configuration names a module that processes load and that is not delivered.",
        Explanation =
            "A source in etc/nsswitch.conf is the library nss_SOURCE.so.1, a line of PAM a library in usr/lib/security; 64-bit processes "
            + "look for both in the folders called 64. A source that cannot be loaded is passed over, so that names are not found; a "
            + "module of PAM that cannot be loaded lets nobody log in through the service.",
        Bad = "etc/pam.conf:  login auth required pam_unix_auht.so.1",
        Good = "etc/pam.conf:  login auth required pam_unix_auth.so.1",
    };

    /// <summary>Finds the modules that <paramref name="image"/> names and does not have.</summary>
    internal static IEnumerable<Finding> Check(AuditedImage image)
    {
        IReadOnlyList<ProcessClass> classes = ProcessClass.Of(image);
        return Backends(image, classes).Concat(new PamModules(image, classes).Check());
    }

    /// <summary>
    /// The finding that the line <paramref name="line"/> of a table names <paramref name="name"/>, a <paramref name="what"/> that is not there
    /// for the classes <paramref name="missing"/>, where there are <paramref name="all"/>.
    /// </summary>
    internal static Finding At<T>(DeliveredTable<T> table, int line, string what, string name, IReadOnlyList<ProcessClass> missing, int all) =>
        table.At(
            Rule, line,
            $"names the {what} '{name}', which is not in the image{(missing.Count < all ? $" for {missing[0].Bits}-bit processes" : "")}", $"{what} {name}",
            "deliver it for every class of processes, or mend the line");

    private static IEnumerable<Finding> Backends(AuditedImage image, IReadOnlyList<ProcessClass> classes)
    {
        if (DeliveredTable<NameService>.Find(image, "etc/nsswitch.conf", NameServices.Read) is not { } table) yield break;
        foreach (NameService row in table.Rows.Where(row => !WithoutBackends.Contains(row.Database)).DistinctBy(row => row.Source, StringComparer.Ordinal))
        {
            ProcessClass[] missing = [.. classes.Where(each => !each.Find(image, LibraryDirectories, $"nss_{row.Source}.so.1"))];
            if (missing.Length > 0) yield return At(table, row.Line, "source", row.Source, missing, classes.Count);
        }
    }
}
