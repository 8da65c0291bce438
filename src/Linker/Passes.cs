using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Lofi;
using ManifestLinker.Linker.Output;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Spdx;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker;

/// <summary>The whole link, as a list of passes. <see cref="Plan"/> decides everything, and reads names, sizes and the few files that it must; <see cref="Emit"/> writes.</summary>
public static class Passes
{
    /// <summary>Plans the platform; null where it cannot be, which <paramref name="findings"/> tell.</summary>
    public static LinkPlan? Plan(LinkInput input, IHost host, int jobs, ICollection<Finding> findings, CancellationToken cancel)
    {
        Profile profile = input.Profile;
        long time = input.Stamp.Seconds;

        FileTree delivered = ImageAssembly.Assemble(input.Entries, host, time);
        CheckRequired(delivered, input, findings);
        ImageSteps steps = ImageSteps.Run(input, delivered, findings);
        FileTree content = steps.Image;

        // The contents are final: the list of digests, which comes last, is of what ships.
        var digests = new Lazy<IReadOnlyDictionary<Inode, FileDigests>>(() => ContentDigests.Of(content, jobs, cancel, input.WritesSbom));
        if (!ImageSteps.CanBeWritten(content, profile.ShippedManifest, findings)) return null;
        ImageTransform list = ShippedManifest.Add(profile.ShippedManifest, time, listed => Md5Bytes(listed, digests.Value));
        (FileTree image, IReadOnlyList<AppliedTransform> last) = AppliedTransform.All(content, [list]);
        long debugBytes = DebugRoom.Of(input, image, cancel);
        UfsSize rootSize = input.RootSize is UfsSize.Fixed size ? size with { Bytes = size.Bytes + debugBytes } : input.RootSize;

        // From here on no path is added but below the mount point, lost+found, and the compressed /usr itself.
        FileSystemTrees trees = FileSystemTrees.Part(image, profile, time);
        UfsPlan? usr = FileSystemPlan.Plan(profile.Usr, trees.Usr, input.UsrSize, time, findings);
        FileTree emptyUsr = trees.WithCompressedUsr(profile.CompressedUsr, MemoryBytes.Empty, time);
        UfsPlan? root = FileSystemPlan.Plan(profile.Root, emptyUsr, rootSize, time, findings);
        if (usr is null || root is null) return null;
        return new LinkPlan
        {
            Input = input,
            Transforms = [.. steps.Applied, .. last],
            Image = image,
            RootPassword = steps.Password,
            RootSize = rootSize,
            DebugBytes = debugBytes,
            Delivered = delivered,
            Trees = trees,
            Usr = usr,
            RootBeforeUsr = root,
            Digests = digests,
            SourceBytes = delivered.Entries.Select(entry => entry.Inode).Distinct().Sum(inode => inode.Content.Length),
            ShippedManifest = image.Find(profile.ShippedManifest)!.Content,
            Kernel = image.Find(profile.Kernel) is { Kind: FileKind.Regular } kernel ? kernel : null,
        };
    }

    /// <summary>
    /// Writes the planned platform to <paramref name="output"/>; null where the compressed /usr does not fit into the root, which
    /// <paramref name="findings"/> tell. Nothing has its final name before all of it is whole.
    /// </summary>
    public static LinkResult? Emit(
        LinkPlan plan, string output, IHost host, int jobs, IPassObserver observer, ICollection<Finding> findings, CancellationToken cancel)
    {
        LinkInput input = plan.Input;
        long time = input.Stamp.Seconds;
        var platform = new PlatformFolder(input.Prefix, input.Profile);
        PlatformFolder.CheckLatest(host, output);
        using var staging = new StagingFolder(host.Files, output, input.Prefix);

        IReadOnlyDictionary<Inode, FileDigests> digests =
            observer.Pass("hash the sources", 0, _ => plan.Digests.Value);

        using WorkFile lgz = new(staging, platform.WorkName("usr.lgz"));
        observer.Pass("compress /usr", plan.Usr.Image.Length, advance =>
        {
            LofiWriter.Write(new ObservedBytes(plan.Usr.Image, advance), lgz.Stream, new LofiOptions(), jobs, cancel);
            return true;
        });

        // The root is planned last, because now the size of the compressed /usr is known.
        FileBytes compressed = FileBytes.Of(host.Files, lgz.Path);
        FileTree rootTree = plan.Trees.WithCompressedUsr(input.Profile.CompressedUsr, compressed, time);
        if (FileSystemPlan.Plan(input.Profile.Root, rootTree, plan.RootSize, time, findings) is not { } root) return null;

        byte[] sha1 = observer.Pass("write the boot archive", root.Image.Length, advance =>
        {
            using Stream archive = staging.Create(platform.BootArchive);
            return ImageFile.Write(new ObservedBytes(root.Image, advance), archive, cancel);
        });

        // From here on both images are final; the rest describes and packs them.
        observer.Pass("write the listings", 0, _ =>
        {
            PlatformFolder.WriteText(staging, platform.BootArchiveHash, Convert.ToHexStringLower(sha1) + "\n");
            PlatformFolder.WriteBytes(staging, platform.BootArchiveManifest, plan.ShippedManifest);
            if (plan.Kernel is { } kernel) PlatformFolder.WriteBytes(staging, platform.Kernel, kernel.Content);
            if (plan.RootPassword is { } password) PlatformFolder.WriteSecret(staging, platform.RootPassword, $"{password.Text}\n");
            PlatformFolder.WriteText(staging, platform.BootArchiveGitStatus, input.GitStatus);
            PlatformFolder.WriteText(staging, "gitstatus.json", input.GitStatus);
            PlatformFolder.WriteText(staging, platform.Version, $"{input.Stamp}\n");
            PlatformFolder.WriteText(staging, "buildstamp", $"{input.Stamp}\n");
            FileTree mounted = rootTree.Mount(input.Profile.Usr.MountPoint, plan.Trees.Usr);
            IReadOnlyDictionary<Inode, FileDigests> all = Listing.AllDigests(mounted, digests, cancel);
            Listing.WriteSpec(staging, $"{input.Prefix}.spec", mounted, all);
            Listing.WriteLog(staging, $"{input.Prefix}.log", input);
            var sizes = new ImageSizes(root.Image.Length, plan.Usr.Image.Length, compressed.Length);
            InputsListing.Write(plan, sizes, all, staging.Create($"{input.Prefix}.inputs.json"), cancel);
            if (input.WritesSbom) SpdxDocument.Write(plan, mounted, all, staging.Create($"{input.Prefix}.spdx.json"), cancel);
            return true;
        });
        lgz.Dispose();

        observer.Pass("pack the platform", 0, advance =>
        {
            platform.Pack(staging, host, time, jobs, advance, cancel);
            return true;
        });
        platform.Link(staging, host);
        staging.Settle(DateTimeOffset.FromUnixTimeSeconds(time), platform.Executable, platform.Secret);
        cancel.ThrowIfCancellationRequested();
        staging.Commit();
        return new LinkResult(input.Prefix, root, plan.Usr, compressed.Length, Convert.ToHexStringLower(sha1)) { KeepsPassword = plan.RootPassword is not null };
    }

    private static void CheckRequired(FileTree delivered, LinkInput input, ICollection<Finding> findings)
    {
        Profile profile = input.Profile;
        if (delivered.Find(profile.Kernel) is not { Kind: FileKind.Regular }) findings.Add(KernelMissing.At(profile.Kernel));
        foreach (ImagePath path in profile.Underfiles)
        {
            if (delivered.Find(path) is { Kind: not FileKind.Directory }) continue;
            IEnumerable<string> near = delivered.Children(path.Parent).Select(entry => entry.Path.Text);
            findings.Add(UnderfileMissing.At(path, NearNames.Nearest(path.Text, near)));
        }
        foreach (Compiler.Resolve.ResolvedEntry resolved in input.Entries)
        {
            if (resolved.Entry.Path == profile.CompressedUsr)
                findings.Add(ReservedPath.At(resolved.Entry, "the compressed /usr"));
            else if (resolved.Entry.Path == profile.ShippedManifest)
                findings.Add(ReservedPath.At(resolved.Entry, "the list of MD5 digests"));
        }
    }

    private static byte[] Md5Bytes(IReadOnlyList<TreeEntry> listed, IReadOnlyDictionary<Inode, FileDigests> digests)
    {
        using var list = new MemoryStream();
        Md5List.Write(listed.Select(entry => new Md5Entry(entry.Path, digests[entry.Inode].Md5)), list);
        return list.ToArray();
    }
}
