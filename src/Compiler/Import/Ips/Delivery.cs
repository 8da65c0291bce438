using System.Buffers;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>What an action delivers, as an entry of a manifest.</summary>
/// <param name="hasDefaults">Whether what is not said is as illumos has it; otherwise that is a finding.</param>
/// <param name="findings">Takes what cannot be taken over.</param>
internal sealed class Delivery(bool hasDefaults, ICollection<Finding> findings)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The entry of <paramref name="action"/>; null where there is none, which a finding has said.</summary>
    public ImportedEntry? Entry(IpsAction action)
    {
        if (Path(action, "path") is not { } path) return null;
        return action.Name switch
        {
            "link" => action.Value("target") is { } target ? new ImportedLink(path, IsHard: false, target, action.PlaceOf("path")) : Missing(action, "target"),
            "hardlink" => HardLink(action, path),
            _ => Node(action, path),
        };
    }

    private ImportedNode? Node(IpsAction action, ImagePath path)
    {
        bool isDirectory = action.Name is "dir";
        string? mode = action.Value("mode") ?? (hasDefaults ? IllumosDefaults.Mode(path.Text, isDirectory) : null);
        string? owner = action.Value("owner") ?? (hasDefaults ? IllumosDefaults.Owner : null);
        string? group = action.Value("group") ?? (hasDefaults ? IllumosDefaults.Group(path.Text, isDirectory) : null);
        if (mode is null || owner is null || group is null)
        {
            Missing(action, mode is null ? "mode" : owner is null ? "owner" : "group");
            return null;
        }
        if (!Mode.TryParse(mode, out Mode bits))
        {
            findings.Add(ImportSyntax.At($"'{mode}' is no mode", action.PlaceOf("mode"), "write three or four octal digits"));
            return null;
        }
        if (!isDirectory) CheckPayload(action, path);
        return new ImportedNode(path, isDirectory, bits, owner, group, action.PlaceOf("path"));
    }

    // A target is seen from the directory of the link, or from the top of the image (pkg.actions.hardlink).
    private ImportedLink? HardLink(IpsAction action, ImagePath path)
    {
        if (action.Value("target") is not { } target)
        {
            Missing(action, "target");
            return null;
        }
        var parts = new Stack<string>(target.StartsWith('/') ? [] : path.Parent.IsRoot ? [] : path.Parent.Text.Split('/'));
        foreach (string part in target.Split('/'))
        {
            if (part is "..")
            {
                if (parts.TryPop(out _)) continue;
                findings.Add(ImportSyntax.At($"the target '{target}' leaves the image", action.PlaceOf("target"), "write it as seen from the directory of the link"));
                return null;
            }
            if (part is not ("" or ".")) parts.Push(part);
        }
        return new ImportedLink(path, IsHard: true, string.Join('/', parts.Reverse()), action.PlaceOf("path"));
    }

    private ImagePath? Path(IpsAction action, string name)
    {
        if (action.Value(name) is not { } text)
        {
            Missing(action, name);
            return null;
        }
        if (ImagePath.TryParse(text, out ImagePath path) && !path.IsRoot) return path;
        findings.Add(ImportSyntax.At($"'{text}' is no path in an image", action.PlaceOf(name), "write a path without '..'"));
        return null;
    }

    // Contents come from where the path is in the search directories. A digest says nothing else.
    private void CheckPayload(IpsAction action, ImagePath path)
    {
        if (action.Payload is not { } payload || payload is "NOHASH") return;
        if (payload.Length is 40 or 64 && !payload.AsSpan().ContainsAnyExcept(HexDigits)) return;
        if (ImagePath.TryParse(payload, out ImagePath from) && from == path) return;
        Location at = action.Line.At(action.Line.Text.IndexOf(payload, StringComparison.Ordinal) is var start and >= 0 ? start : 0, payload.Length);
        findings.Add(ImportUnsupported.At($"'{path}' has the content of '{payload}', and a manifest takes it from '{path}'", at, "put the content there in a search directory") with
        {
            Severity = Severity.Warning,
        });
    }

    private ImportedEntry? Missing(IpsAction action, string name)
    {
        findings.Add(ImportSyntax.At($"the {action.Name} has no {name}", action.Location, $"add {name}="));
        return null;
    }
}
