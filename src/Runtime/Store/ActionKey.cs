using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ManifestLinker.Runtime.Store;

/// <summary>
/// What an action depends on, as one name: the SHA-256 of everything that can change its outputs. Two actions with the same key have the
/// same outputs, wherever they run.
/// </summary>
internal readonly record struct ActionKey
{
    private ActionKey(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>
    /// The key of an action that depends on <paramref name="facts"/>, in this order. Each is a name and a value; the length of both goes in, so
    /// that no two lists give the same bytes.
    /// </summary>
    public static ActionKey Of(IEnumerable<(string Name, string Value)> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, string value) in facts)
        {
            Append(hash, name);
            Append(hash, value);
        }
        return new ActionKey(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
        hash.AppendData(bytes);
    }
}
