using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ManifestLinker.Linker.Platform.Passwords;

/// <summary>
/// The password hashes <c>$5$</c> and <c>$6$</c> as Ulrich Drepper's "Unix crypt using SHA-256 and SHA-512" (version 0.6) states them and
/// crypt_sha256(7) and crypt_sha512(7) of illumos make them, with their 5000 rounds.
/// </summary>
public static class ShaCrypt
{
    /// <summary>The characters of a salt and of a hash, each standing for six bits.</summary>
    public const string Alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The most characters that a salt has.</summary>
    public const int LongestSalt = 16;

    private const int Rounds = 5000;

    private static readonly SearchValues<char> OfAlphabet = SearchValues.Create(Alphabet);

    /// <summary>The second field of shadow(5) for <paramref name="password"/>, with a <paramref name="salt"/> of 1 to 16 characters of <see cref="Alphabet"/>.</summary>
    public static string Hash(PasswordHash method, ReadOnlySpan<byte> password, string salt)
    {
        if (!IsSalt(salt)) throw new ArgumentException($"'{salt}' is no salt", nameof(salt));
        HashAlgorithmName algorithm = method == PasswordHash.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512;
        using var digest = IncrementalHash.CreateHash(algorithm);
        byte[] result = Digest(digest, password, Encoding.ASCII.GetBytes(salt));
        return $"${(method == PasswordHash.Sha256 ? 5 : 6)}${salt}${(method == PasswordHash.Sha256 ? Text256(result) : Text512(result))}";
    }

    /// <summary>Whether <paramref name="text"/> can be a salt.</summary>
    public static bool IsSalt(string text) => text.Length is > 0 and <= LongestSalt && !text.AsSpan().ContainsAnyExcept(OfAlphabet);

    private static byte[] Digest(IncrementalHash digest, ReadOnlySpan<byte> password, byte[] salt)
    {
        byte[] b = HashOf(digest, password, salt, password);
        digest.AppendData(password);
        digest.AppendData(salt);
        digest.AppendData(Repeated(b, password.Length));
        for (int bits = password.Length; bits > 0; bits >>= 1) digest.AppendData((bits & 1) != 0 ? b : password);
        byte[] a = digest.GetHashAndReset();

        for (int i = 0; i < password.Length; i++) digest.AppendData(password);
        byte[] p = Repeated(digest.GetHashAndReset(), password.Length);
        for (int i = 0; i < 16 + a[0]; i++) digest.AppendData(salt);
        byte[] s = Repeated(digest.GetHashAndReset(), salt.Length);

        // From here on a is the result of the round before.
        for (int round = 0; round < Rounds; round++)
        {
            bool odd = (round & 1) != 0;
            digest.AppendData(odd ? p : a);
            if (round % 3 != 0) digest.AppendData(s);
            if (round % 7 != 0) digest.AppendData(p);
            digest.AppendData(odd ? a : p);
            a = digest.GetHashAndReset();
        }
        return a;
    }

    private static byte[] HashOf(IncrementalHash digest, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        digest.AppendData(first);
        digest.AppendData(second);
        digest.AppendData(third);
        return digest.GetHashAndReset();
    }

    private static byte[] Repeated(byte[] bytes, int length)
    {
        var all = new byte[length];
        for (int at = 0; at < length; at++) all[at] = bytes[at % bytes.Length];
        return all;
    }

    // The order in which three bytes make four characters: each step goes one on in each third, and the thirds change places.
    private static string Text256(byte[] hash)
    {
        var text = new StringBuilder();
        (int a, int b, int c) = (0, 10, 20);
        for (int i = 0; i < 10; i++, (a, b, c) = (c + 1, a + 1, b + 1)) Append(text, hash[a], hash[b], hash[c], 4);
        Append(text, 0, hash[31], hash[30], 3);
        return text.ToString();
    }

    private static string Text512(byte[] hash)
    {
        var text = new StringBuilder();
        (int a, int b, int c) = (0, 21, 42);
        for (int i = 0; i < 21; i++, (a, b, c) = (b + 1, c + 1, a + 1)) Append(text, hash[a], hash[b], hash[c], 4);
        Append(text, 0, 0, hash[63], 2);
        return text.ToString();
    }

    private static void Append(StringBuilder text, byte high, byte middle, byte low, int characters)
    {
        int bits = (high << 16) | (middle << 8) | low;
        for (int i = 0; i < characters; i++, bits >>= 6) text.Append(Alphabet[bits & 63]);
    }
}
