using System.Text;
using ManifestLinker.Runtime.World.Trace;

namespace ManifestLinker.Runtime.Tests.World.Trace;

/// <summary>What strace wrote is read: whole traces of the real one, and what is rare, by hand.</summary>
public class TraceReaderTests
{
    public static TheoryData<string> Traces =>
        [.. Directory.EnumerateFiles(TraceUnderTest.Folder, "*.strace").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Traces))]
    public void A_real_trace_comes_to_what_was_done(string name)
    {
        using FileStream trace = File.OpenRead(Path.Combine(TraceUnderTest.Folder, $"{name}.strace"));
        (string text, long unclear) = TraceUnderTest.Of(trace);
        GoldenFile.Verify("world/trace", $"{name}.expected", Encoding.UTF8.GetBytes(text));
        unclear.Should().Be(0);
    }

    [Theory]
    [InlineData("1 open(\"a\", O_RDONLY) = 3\n", "/tmp/w/a: Read\n")]
    [InlineData("1 open(\"a\", O_RDWR) = 3</tmp/w/a>\n", "/tmp/w/a: Read, Write\n")]
    [InlineData("1 creat(\"a\", 0666) = 3\n", "/tmp/w/a: Write\n")]
    [InlineData("1 openat2(AT_FDCWD</tmp/w>, \"a\", {flags=O_RDONLY|O_DIRECTORY, resolve=0}, 24) = 3</tmp/w/a>\n", "/tmp/w/a: List\n")]
    [InlineData("1 openat(AT_FDCWD</tmp/w>, \"a\", O_RDONLY|O_PATH) = 3</tmp/w/a>\n", "/tmp/w/a: Look\n")]
    [InlineData("1 openat(AT_FDCWD</tmp/w>, \"link\", O_RDONLY) = 3</tmp/w/where it leads>\n", "/tmp/w/where it leads: Read\n")]
    [InlineData("1 execveat(3</tmp/w/tool>, \"\", [...], 0x7ff /* 1 var */, AT_EMPTY_PATH) = 0\n", "/tmp/w/tool: Run\n")]
    [InlineData("1 statx(AT_FDCWD</tmp/w>, \"a, (b) = 1\", AT_STATX_SYNC_AS_STAT, STATX_ALL, {stx_mask=STATX_ALL, ...}) = 0\n", "/tmp/w/a, (b) = 1: Look\n")]
    [InlineData("1 statx(3</tmp/w/x\\74\\76>, \"\\303\\244\\0611\\x41\", 0, 1<<3, {}) = 0\n", "/tmp/w/x<>/\u00e411A: Look\n")]
    [InlineData("1 utimensat(4</tmp/w/a>, NULL, NULL, 0) = 0\n", "/tmp/w/a: Write\n")]
    [InlineData("1 stat(\".//./a/.\", {st_mode=S_IFDIR|0755, ...}) = 0\n", "/tmp/w/a: Look\n")]
    public void A_call_does_what_its_manual_page_says(string trace, string accesses) => TraceUnderTest.Of(trace).Should().Be(accesses);

    [Theory]
    [InlineData("1 open(\"a\", O_RDONLY) = -1 ENOENT (No such file or directory)\n")]
    [InlineData("1 execve(\"a\", [...], 0x7ff /* 1 var */) = ?\n")]
    [InlineData("1 stat(0x7ffe, {st_mode=S_IFDIR|0755, ...}) = 0\n")]
    [InlineData("1 newfstatat(3</tmp/w/a>, \"\", {st_mode=S_IFREG|0644, ...}, AT_EMPTY_PATH) = 0\n")]
    [InlineData("1 --- SIGCHLD {si_signo=SIGCHLD} ---\n")]
    [InlineData("1 +++ exited with 0 +++\n")]
    public void What_came_to_nothing_is_nothing(string trace) => TraceUnderTest.Of(new MemoryStream(Encoding.ASCII.GetBytes(trace))).Should().Be(("", 0L));

    [Fact]
    public void A_thread_that_is_told_of_before_it_is_begun_is_where_its_parent_is()
    {
        TraceUnderTest.Of("""
            1 chdir("src") = 0
            2 stat("a", {}) = 0
            3 stat("grand", {}) = 0
            2 chdir("deep") = 0
            2 stat("b", {}) = 0
            4 stat("ended", {}) = 0
            4 +++ exited with 0 +++
            2 vfork() = 3
            1 vfork() = 2
            1 clone(child_stack=NULL, flags=SIGCHLD) = 4
            1 stat("c", {}) = 0

            """).Should().Be("""
            /tmp/w/src: Look
            /tmp/w/src/a: Look
            /tmp/w/src/c: Look
            /tmp/w/src/deep: Look
            /tmp/w/src/deep/b: Look
            /tmp/w/src/deep/grand: Look
            /tmp/w/src/ended: Look

            """);
    }

    [Fact]
    public void Threads_share_a_directory_and_processes_do_not()
    {
        TraceUnderTest.Of("""
            1 clone3({flags=CLONE_VM|CLONE_FS|CLONE_THREAD, exit_signal=0}, 88) = 2
            1 fork() = 3
            2 chdir("src") = 0
            1 access("a", R_OK) = 0
            3 access("b", R_OK) = 0

            """).Should().Be("/tmp/w/b: Look\n/tmp/w/src: Look\n/tmp/w/src/a: Look\n");
    }

    [Fact]
    public void A_number_is_used_again()
    {
        TraceUnderTest.Of("""
            1 fork() = 2
            2 chdir("/x") = 0
            2 +++ exited with 0 +++
            1 fork() = 2
            2 access("b", R_OK) = 0

            """).Should().Be("/tmp/w/b: Look\n/x: Look\n");
    }

    [Fact]
    public void What_starts_nobody_knows_where_is_counted()
    {
        (string text, long unclear) = TraceUnderTest.Of(new MemoryStream("1 fork() = 5\n2 stat(\"a\", {}) = 0\n2 stat(\"/b\", {}) = 0\nstrace: what\n1 open(\"cut"u8.ToArray()));
        (text, unclear).Should().Be(("/b: Look\n", 3L));
    }

    [Fact]
    public void A_line_of_any_length_is_passed_over()
    {
        string trace = $"1 stat(\"/a\", {{}}) = 0\n1 stat(\"/{new string('x', 3 * TraceLines.LongestLine)}\", {{}}) = 0\n1 stat(\"/b\", {{}}) = 0\n";
        TraceUnderTest.Of(new MemoryStream(Encoding.ASCII.GetBytes(trace))).Should().Be(("/a: Look\n/b: Look\n", 1L));
    }

    [Fact]
    public void What_a_phase_made_itself_is_nothing_it_depends_on()
    {
        TraceUnderTest.Of("""
            1 mkdir("new", 0777) = 0
            1 stat("new", {}) = 0
            1 open("new/a", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3</tmp/w/new/a>
            1 open("new/a", O_RDONLY) = 3</tmp/w/new/a>
            1 rename("new", "put") = 0
            1 open("put/a", O_RDONLY) = 3</tmp/w/put/a>
            1 open("conftest", O_RDWR|O_CREAT|O_EXCL, 0666) = 3</tmp/w/conftest>
            1 unlink("conftest") = 0
            1 stat("old", {}) = 0
            1 unlink("old") = 0

            """).Should().Be("/tmp/w/old: Look, Write\n/tmp/w/put: Write\n");
    }
}
