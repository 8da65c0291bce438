using System.Security.Cryptography;
using System.Text;

namespace ManifestLinker.Linker.Platform.Passwords;

/// <summary>Where the salt of a password comes from: the same for the same inputs, from chance, or given.</summary>
public abstract record PasswordSalt
{
    // Guessing passwords by the salt must not be cheaper than by the hash, so the salt costs more than that.
    private const int Iterations = 20_000;

    private const int BytesOfSalt = ShaCrypt.LongestSalt * 6 / 8;

    /// <summary>From the stamp and the password, so that two links of the same inputs are equal.</summary>
    public sealed record Derived : PasswordSalt;

    /// <summary>From chance.</summary>
    public sealed record Random : PasswordSalt;

    /// <summary>As given: 1 to 16 characters of <see cref="ShaCrypt.Alphabet"/>.</summary>
    public sealed record Given(string Text) : PasswordSalt;

    /// <summary>The salt for <paramref name="password"/>; <paramref name="chance"/> gives that many random bytes.</summary>
    public string For(string password, BuildStamp stamp, Func<int, byte[]> chance) => this switch
    {
        Given given => given.Text,
        Random => Encoded(chance(BytesOfSalt)),
        _ => Encoded(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password), Encoding.ASCII.GetBytes($"mlc {stamp.Text}"), Iterations, HashAlgorithmName.SHA512, BytesOfSalt)),
    };

    private static string Encoded(byte[] bytes)
    {
        var text = new StringBuilder(ShaCrypt.LongestSalt);
        for (int bit = 0; bit < bytes.Length * 8; bit += 6)
        {
            int pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(ShaCrypt.Alphabet[(pair >> (10 - (bit % 8))) & 63]);
        }
        return text.ToString();
    }
}
