using ManifestLinker.Runtime.Tests.Acceptance.Inputs;
using ManifestLinker.Runtime.Tests.Acceptance.Listings;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance;

/// <summary>A platform made of extremes, as programs of others see it.</summary>
public class EdgeAcceptanceTests(EdgePlatform platform) : AcceptanceTests<EdgePlatform>(platform)
{
    // Some 15 MB are in /usr.
    private const int TooSmall = 12 * 1024, LargeEnough = 32 * 1024;

    [FactNeeding("qemu-system-x86_64", "busybox", "cpio", "dpkg-deb", "python3", LinuxCheck, Unlofi, Recount, "$UFS_DEB_DIR")]
    public void The_smallest_usr_that_holds_everything_is_sound_and_one_smaller_is_refused()
    {
        using var folder = new TemporaryFolder();
        int refused = TooSmall, accepted = LargeEnough;
        while (accepted - refused > 1)
        {
            int middle = (refused + accepted) / 2;
            if (Link(folder, middle, "--dry-run").Status == 0) accepted = middle;
            else refused = middle;
        }

        Outcome refusal = Link(folder, refused);
        refusal.Exits(1).Output.Should().Contain("MLC4001");
        Directory.Exists(folder.At("out")).Should().BeFalse();

        Link(folder, accepted).Exits(0);
        var tight = new LinkedPlatform(folder.At("out"));
        string image = tight.DecodeUsr(folder.Path);
        new FileInfo(image).Length.Should().Be(accepted * 1024L);
        Mlc.In(folder.Path, "verify", tight.PlatformFolder, "--spec", tight.Spec).Run().Exits(0);
        ForeignTool.Run("python3", Checkout.Shared("tools/ufs_recount.py"), image).Exits(0);
        Difference(LinuxListing.Of(image).Select(InUsr), MtreeListing.Read(tight.Spec).Values.Where(o => IsUsr(o.Path))).Should().BeEmpty();
    }

    private Outcome Link(TemporaryFolder folder, int kib, params string[] more) =>
        Mlc.In(Platform.Workspace, ["link", "--root-password", "none", "--size", $"usr={kib}", "-o", folder.At("out"), .. more]).Run();
}
