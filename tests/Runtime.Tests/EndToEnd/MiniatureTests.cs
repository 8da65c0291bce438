using System.Security.Cryptography;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>From a clone to the archive of a platform, with init, world and link.</summary>
public class MiniatureTests
{
    private static readonly string[] Phases = ["strap", "illumos", "extra", "src", "local-agent", "local-kvm"];

    private static string Archive => $"output/platform-{MiniatureCheckout.Stamp}.tgz";

    [FactNeeding("git", "ninja", "make")]
    public void A_clone_becomes_a_platform_and_only_what_must_be_is_made_again()
    {
        using MiniatureCheckout checkout = new();

        checkout.World().Should().Equal(All("ran"));
        checkout.Link().Exits(0);
        string first = Digest(checkout);
        checkout.Run("cat", "output/platform-latest", "usr/bin/curl").Exits(0).Output.Should()
            .Contain("usr/bin/curl of curl").And.Contain("#define OPENSSL 3").And.Contain("usr/lib/libcmd.so.1 of illumos");
        checkout.Run("cat", "output/platform-latest", "etc/versions/build").Exits(0).Output.Should()
            .Contain("\"repo\": \"smartos-live\"").And.Contain("\"branch\": \"master\"").And.Contain("https://git.example.org/illumos-extra.git");
        checkout.Run("cat", "output/platform-latest", "etc/motd").Exits(0).Output.Should().StartWith("Welcome to the platform in small.");
        checkout.Run("verify", "output/platform-latest").Exits(0);

        checkout.World().Should().Equal(All("up to date"));
        checkout.Link().Exits(0);
        Digest(checkout).Should().Be(first, "nothing has changed");

        checkout.Change("projects/local/kvm", "kvm.c", "/* Virtual machines, faster. */\n");
        checkout.World().Should().Equal(All("up to date", except: "local-kvm"));
        checkout.Change("projects/illumos-extra", "openssl/ssl.h", "#define OPENSSL 4\n");
        checkout.World().Should().Equal(All("up to date", "extra", "src"), "src needs extra");
        checkout.Link().Exits(0);
        Digest(checkout).Should().NotBe(first);
        checkout.Run("cat", "output/platform-latest", "usr/bin/curl").Exits(0).Output.Should().Contain("#define OPENSSL 4");
    }

    [FactNeeding("git", "ninja", "make")]
    public void A_second_clone_with_the_same_store_compiles_nothing_and_gives_the_same_bytes()
    {
        using TemporaryFolder store = new();
        using MiniatureCheckout one = new();
        one.World("--store", store.Path).Should().Equal(All("ran"));
        one.Link().Exits(0);

        using MiniatureCheckout other = new();
        other.World("--store", store.Path).Should().Equal(All("restored"));
        other.Link().Exits(0);

        Digest(other).Should().Be(Digest(one));
    }

    [FactNeeding("git", "ninja", "make", "tar")]
    public void Its_boot_files_are_packed()
    {
        using MiniatureCheckout checkout = new();
        checkout.World();

        checkout.Run("boot", "--buildstamp", MiniatureCheckout.Stamp).Exits(0);

        ForeignTool.RunIn(checkout.At("output"), "tar", "-tzf", $"boot-{MiniatureCheckout.Stamp}.tgz").Lines
            .Should().Equal("boot/", "boot/loader", "boot/loader64.efi", "etc/", "etc/version/", "etc/version/boot");
    }

    private static string[] All(string result, params string[] except) => [.. Phases.Select(phase => $"{phase}: {(except.Contains(phase, StringComparer.Ordinal) ? "ran" : result)}")];

    private static string Digest(MiniatureCheckout checkout) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(checkout.At(Archive))));
}
