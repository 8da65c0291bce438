using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Platform;

/// <summary>A DEBUG kernel and its modules are larger than others, so build_live makes the root larger for one.</summary>
public static class DebugRoom
{
    /// <summary>The bytes to add to the root of <paramref name="image"/>: none where its size was chosen, or fits the contents anyway.</summary>
    public static long Of(LinkInput input, FileTree image, CancellationToken cancel) =>
        input.GrowsForDebug && input.RootSize is UfsSize.Fixed && input.Profile.Assembly.Debug is { } debug && IsDebug(image, debug, cancel) ? debug.ExtraBytes : 0;

    private static bool IsDebug(FileTree image, DebugKernel debug, CancellationToken cancel) =>
        image.Find(debug.Path) is { Kind: FileKind.Regular } kernel && kernel.Content.Contains(Encoding.ASCII.GetBytes(debug.Mark), cancel);
}
