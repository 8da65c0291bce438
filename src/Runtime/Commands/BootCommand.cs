using System.CommandLine;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc boot</c>: the tarball of the boot loader and its files.</summary>
internal sealed class BootCommand() : TarballCommand(
    "boot",
    "Pack the boot files, as smartos-live's Makefile does: boot-STAMP.tgz, with the stamp in etc/version/boot.",
    "mlc boot -m projects/illumos/boot.manifest -o output proto")
{
    protected override TreeRequest Read(ParseResult options, ProjectReader reader, IReadOnlyList<string> manifests, IReadOnlyList<string> search) =>
        new(reader.ReadTarball(Name, workspace => workspace.Boot, manifests, [], search).Project) { Made = (_, stamp) => [Version(stamp)] };

    private static MadeFile Version(BuildStamp stamp) => new(
        ImagePath.Parse("etc/version/boot"), new Mode(0b110_100_100), "root", "root", "the build stamp", new MemoryBytes(Encoding.ASCII.GetBytes($"{stamp}\n")));
}
