using System.Security.Cryptography;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.World.Sources;

/// <summary>What is at a path, as a word and its digest. Of the permissions whether it may be run alone counts: the rest depends on who checked it out.</summary>
internal static class FileDigest
{
    private const int AnyExecute = 0b001_001_001;

    /// <summary>
    /// <c>file SHA-256</c>, <c>program SHA-256</c> where somebody may run it, <c>link TEXT</c>, <c>directory</c>, <c>special</c>, or <c>gone</c>.
    /// </summary>
    public static string Of(IHost host, string path)
    {
        switch (host.Status(path))
        {
            case null:
                return "gone";
            case { Kind: FileKind.SymbolicLink }:
                return $"link {host.LinkText(path)}";
            case { Kind: FileKind.Directory }:
                return "directory";
            case { Kind: FileKind.Regular } status:
                using (Stream content = host.Files.FileStream.New(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
                    return $"{((status.Permissions & AnyExecute) == 0 ? "file" : "program")} {Convert.ToHexStringLower(SHA256.HashData(content))}";
            default:
                return "special";
        }
    }
}
