using System.Text;
using CsCheck;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Testing;

namespace ManifestLinker.Linker.Tests.Platform;

public class ShaCryptTests
{
    private static readonly Gen<string> Passwords = Gen.Char[' ', '~'].Array[1, 100].Select(characters => new string(characters));

    private static readonly Gen<string> Salts = Gen.Int[0, 63].Select(i => ShaCrypt.Alphabet[i]).Array[1, 16].Select(characters => new string(characters));

    // Of the test vectors of the specification, those with 5000 rounds and a salt that is not cut.
    [Theory]
    [InlineData(PasswordHash.Sha256, "Hello world!", "saltstring", "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5")]
    [InlineData(PasswordHash.Sha512, "Hello world!", "saltstring", "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    public void Hashes_as_the_specification_says(PasswordHash method, string password, string salt, string hash) =>
        ShaCrypt.Hash(method, Encoding.ASCII.GetBytes(password), salt).Should().Be(hash);

    [FactNeeding("openssl")]
    public void Hashes_as_openssl_does() => Gen.Select(Passwords, Salts, Gen.Bool).Sample(
        (password, salt, is512) => Ours(is512, password, salt).Should().Be(Theirs(
            "openssl", "passwd", is512 ? "-6" : "-5", "-salt", salt, "--", password)),
        iter: 30,
        threads: 1);

    // mkpasswd wants eight characters of salt or more.
    [FactNeeding("mkpasswd")]
    public void Hashes_as_crypt_of_the_C_library_does() => Gen.Select(Passwords, Salts.Where(salt => salt.Length >= 8), Gen.Bool).Sample(
        (password, salt, is512) => Ours(is512, password, salt).Should().Be(Theirs(
            "mkpasswd", "-m", is512 ? "sha-512" : "sha-256", "-S", salt, "--", password)),
        iter: 30,
        threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("seventeen.letters")]
    [InlineData("a$b")]
    [InlineData("é")]
    public void Takes_no_salt_that_is_none(string salt)
    {
        ShaCrypt.IsSalt(salt).Should().BeFalse();
        FluentActions.Invoking(() => ShaCrypt.Hash(PasswordHash.Sha512, "x"u8, salt)).Should().Throw<ArgumentException>();
    }

    private static string Ours(bool is512, string password, string salt) =>
        ShaCrypt.Hash(is512 ? PasswordHash.Sha512 : PasswordHash.Sha256, Encoding.ASCII.GetBytes(password), salt);

    private static string Theirs(string program, params string[] arguments) => ForeignTool.Run(program, arguments).Exits(0).Output.TrimEnd('\n');
}
