using System.Globalization;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>A folder as a text: kind, mode, content or link text, and which names are one file. Two folders with one text are the same.</summary>
internal static class FolderText
{
    public static string Of(string folder)
    {
        var first = new Dictionary<(ulong, ulong), string>();
        return string.Join('\n', Walk.Below(folder).Prepend(".").Select(name => $"{name}: {Line($"{folder}/{name}", name, first)}"));
    }

    private static string Line(string path, string name, Dictionary<(ulong, ulong), string> first)
    {
        FileStatus status = StoreUnderTest.Host.Status(path)!.Value;
        if (status.Kind == FileKind.SymbolicLink) return "-> " + new FileInfo(path).LinkTarget;
        string mode = Convert.ToString(status.Permissions, 8);
        if (status.Kind == FileKind.Directory) return $"directory {mode}";
        if (!first.TryAdd((status.Device, status.Inode), name)) return $"is {first[(status.Device, status.Inode)]}";
        return string.Create(CultureInfo.InvariantCulture, $"{status.Kind} {mode} {status.Size} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}");
    }
}
