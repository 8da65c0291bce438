using ManifestLinker.Linker.Platform.Passwords;

namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[password]</c>: where the password of root comes from, and how it is hashed; null where the file does not say.</summary>
internal sealed record PasswordSection(Placed<string>? Root, Placed<string>? File, Placed<string>? Hash, Placed<string>? Salt)
{
    /// <summary>A password from chance, none, and one from a file; the default first.</summary>
    public const string FromChance = "random", Unset = "none", FromFile = "file";

    /// <summary>The words for where the password comes from, the default first.</summary>
    public static readonly IReadOnlyList<string> RootWords = [FromChance, Unset, FromFile];

    /// <summary>The words for the hash, the default first.</summary>
    public static readonly IReadOnlyList<string> HashWords = ["sha-512", "sha-256"];

    /// <summary>The words for a salt that is not given.</summary>
    public const string DerivedSalt = "derived", RandomSalt = "random";

    /// <summary>How the password is hashed.</summary>
    public PasswordHash Method => Hash?.Value == HashWords[1] ? PasswordHash.Sha256 : PasswordHash.Sha512;

    /// <summary>Where the salt comes from; a password from chance has one from chance where the file does not say.</summary>
    public PasswordSalt SaltFor(bool isRandom) => Salt?.Value switch
    {
        RandomSalt => new PasswordSalt.Random(),
        DerivedSalt => new PasswordSalt.Derived(),
        { } given => new PasswordSalt.Given(given),
        null when isRandom => new PasswordSalt.Random(),
        null => new PasswordSalt.Derived(),
    };
}
