namespace ManifestLinker.Linker.Platform.Passwords;

/// <summary>How a password is hashed for shadow(5); build_live takes what policy.conf of the build machine says.</summary>
public enum PasswordHash
{
    /// <summary>The method <c>5</c> of crypt.conf(5).</summary>
    Sha256,

    /// <summary>The method <c>6</c> of crypt.conf(5).</summary>
    Sha512,
}
