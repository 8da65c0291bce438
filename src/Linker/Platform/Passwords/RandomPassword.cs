namespace ManifestLinker.Linker.Platform.Passwords;

/// <summary>Passwords from chance, of the form that <c>pwgen -B -c -n 16 1</c> gives build_live: no character that looks like another, at least one capital and one digit.</summary>
public static class RandomPassword
{
    /// <summary>Its length.</summary>
    public const int Length = 16;

    // Letters and digits without B8G6I1l0OQDS5Z2, which pwgen calls ambiguous.
    private const string Alphabet = "3479ACEFHJKLMNPRTUVWXYabcdefghijkmnopqrstuvwxyz";

    /// <summary>A password; <paramref name="chance"/> gives that many random bytes.</summary>
    public static string From(Func<int, byte[]> chance)
    {
        // All passwords of the form are equally likely, because one that is not of it is thrown away as a whole.
        while (true)
        {
            string password = Any(chance);
            if (password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit)) return password;
        }
    }

    private static string Any(Func<int, byte[]> chance)
    {
        // Of a byte those values are used that stand for each character equally often.
        const int Fair = byte.MaxValue / 47 * 47;
        var password = new char[Length];
        int at = 0;
        while (at < Length)
        {
            foreach (byte value in chance(Length))
            {
                if (value < Fair && at < Length) password[at++] = Alphabet[value % Alphabet.Length];
            }
        }
        return new string(password);
    }
}
