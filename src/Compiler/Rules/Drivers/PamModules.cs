using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.SystemTables;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>
/// The modules that the PAM configurations of an image name, includes followed (<c>get_pam_conf_entry()</c> in
/// <c>usr/src/lib/libpam/pam_framework.c</c>): a name without a slash lies in usr/lib/security, and in its folder 64 for a 64-bit process;
/// <c>/$ISA/</c> in a path stands for that folder; another path is the same for all.
/// </summary>
internal sealed class PamModules(AuditedImage image, IReadOnlyList<ProcessClass> classes)
{
    private const string Home = "usr/lib/security/";
    private const string Isa = "/$ISA/";

    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>Finds those that are not there.</summary>
    public IEnumerable<Finding> Check()
    {
        var pending = new Queue<(string Path, string? Service)>();
        pending.Enqueue(("etc/pam.conf", null));
        foreach (TreeEntry entry in image.Tree.Children(ImagePath.Parse("etc/pam.d"))) pending.Enqueue((entry.Path.Text, entry.Path.Name));
        while (pending.TryDequeue(out (string Path, string? Service) next))
        {
            if (!read.Add(next.Path)) continue;
            DeliveredTable<PamEntry>? table = DeliveredTable<PamEntry>.Find(image, next.Path, text => PamEntries.Read(text, next.Service));
            foreach (PamEntry row in table?.Rows.DistinctBy(row => (row.Path, row.IsInclude)) ?? [])
            {
                string path = row.Path.StartsWith('/') ? row.Path.TrimStart('/') : Home + row.Path;
                ProcessClass[] missing = [.. classes.Where(each => row.IsInclude ? image.FileAt(path) is null : !Has(each, row.Path))];
                if (missing.Length > 0) yield return NsswitchPamModuleMissing.At(table!, row.Line, row.IsInclude ? "file" : "module", row.Path, missing, classes.Count);
                else if (row.IsInclude && ImagePath.TryParse(path, out ImagePath included)) pending.Enqueue((included.Text, next.Service));
            }
        }
    }

    private bool Has(ProcessClass each, string path)
    {
        if (!path.StartsWith('/')) return each.Find(image, [Home], path);
        int isa = path.IndexOf(Isa, StringComparison.Ordinal);
        return isa < 0 ? image.FileAt(path) is not null : each.Find(image, [path[..(isa + 1)]], path[(isa + Isa.Length)..]);
    }
}
