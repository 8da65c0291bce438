using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Tests.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Audit;

/// <summary>The first line of a script is read as the kernel reads it: word by word from a table, and against a reader that keeps to the kernel's way of doing it.</summary>
public sealed class ShebangTests
{
    // What the kernel stumbles over, and what looks like it.
    private static readonly Gen<byte[]> Line = Gen.OneOf(
            "#!", "#!", "#", "!", " ", " ", "\t", "\n", "\r", "\0", "\v", "\f", "/bin/sh", "/usr/bin/env", "-S", "-e", "a", "\u00a0", "\ufeff", "x\u00e9")
        .Array[0, 12].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    [Theory]
    [InlineData("#!/bin/sh\n", "/bin/sh", null)]
    [InlineData("#! /bin/sh\n", "/bin/sh", null)]
    [InlineData("#!\t/bin/sh\t-e\t\n", "/bin/sh", "-e")]
    [InlineData("#!/bin/sh -e -u\n", "/bin/sh", "-e")]
    [InlineData("#!/bin/sh\r\n", "/bin/sh\r", null)]
    [InlineData("#!/bin/sh \r\n", "/bin/sh", "\r")]
    [InlineData("#!/bin/sh\v-e\n", "/bin/sh\v-e", null)]
    [InlineData("#!/bin/sh\u00a0-e\n", "/bin/sh\u00a0-e", null)]
    [InlineData("#!/bin/sh\0 -e\n", "/bin/sh", null)]
    [InlineData("#!/bin/sh -e\0u\n", "/bin/sh", "-e")]
    [InlineData("#!/bin/sh # comment\n", "/bin/sh", "#")]
    [InlineData("#!\n/bin/sh\n", null, null)]
    [InlineData("#! \t \n", null, null)]
    [InlineData("#!\0/bin/sh\n", null, null)]
    public void The_first_word_is_the_interpreter_and_the_second_its_argument(string text, string? interpreter, string? argument)
    {
        Shebang line = Shebang.Read(Encoding.UTF8.GetBytes(text))!;
        (line.Interpreter, line.Argument, line.End).Should().Be((interpreter, argument, ShebangEnd.InTime));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData(" #!/bin/sh\n")]
    [InlineData("\ufeff#!/bin/sh\n")]
    [InlineData("# !/bin/sh\n")]
    public void Only_the_first_two_bytes_make_a_script(string text) => Shebang.Read(Encoding.UTF8.GetBytes(text)).Should().BeNull();

    [Theory]
    [InlineData(0, ShebangEnd.WithTheFile)]
    [InlineData(1021, ShebangEnd.WithTheFile)]
    [InlineData(1022, ShebangEnd.TooLate)]
    [InlineData(5000, ShebangEnd.TooLate)]
    public void A_line_needs_its_end_within_what_the_kernel_reads(int length, ShebangEnd without)
    {
        byte[] line = Encoding.ASCII.GetBytes("#!" + new string('x', length));
        Shebang.Read(line)!.End.Should().Be(without);
        Shebang.Read([.. line, (byte)'\n'])!.End.Should().Be(length <= 1021 ? ShebangEnd.InTime : ShebangEnd.TooLate);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_not_lost() =>
        EscapedUtf8.Encode(Shebang.Read([.. "#!/bin/"u8, 0xff, 0xc3, .. "\n"u8])!.Interpreter).Should().Equal([.. "/bin/"u8, 0xff, 0xc3]);

    [Fact]
    public void It_reads_as_the_kernel_does() => Line.Sample(Compare, iter: ManifestSoup.Iterations(3000));

    [Fact]
    public void It_reads_any_bytes_as_the_kernel_does() =>
        Gen.Byte.Array[0, 40].Select(bytes => (byte[])[.. "#!"u8, .. bytes]).Sample(Compare, iter: ManifestSoup.Iterations(2000));

    [Fact]
    public void It_reads_long_lines_as_the_kernel_does() =>
        Gen.Select(Gen.Int[1000, 1030], Line).Select((length, rest) => (byte[])[.. "#!/bin/sh "u8, .. Enumerable.Repeat((byte)'x', length), .. rest])
            .Sample(Compare, iter: ManifestSoup.Iterations(500));

    private static void Compare(byte[] file)
    {
        Shebang? line = Shebang.Read(file);
        (string? name, string? argument)? kernel = Kernel(file);
        bool runs = line is { EndsInTime: true, Interpreter: not null };
        runs.Should().Be(kernel is not null);
        if (kernel is null) return;
        line!.Interpreter.Should().Be(kernel.Value.name);
        line.Argument.Should().Be(kernel.Value.argument);
    }

    // A buffer that ends in zeros where the file ends, and a finger that walks over it; null is ENOEXEC.
    private static (string Name, string? Argument)? Kernel(byte[] file)
    {
        byte[] buffer = new byte[1025];
        file.AsSpan(0, Math.Min(file.Length, 1024)).CopyTo(buffer);
        if (file.Length < 2 || buffer[0] != '#' || buffer[1] != '!') return null;
        int end = Array.IndexOf(buffer, (byte)'\n', 2, 1022);
        if (end < 0) return null;
        buffer[end] = 0;
        for (int i = 2; i < end; i++) buffer[i] = buffer[i] == '\t' ? (byte)' ' : buffer[i];
        int at = 2;
        string name = Word(buffer, ref at);
        if (name.Length == 0) return null;
        string argument = Word(buffer, ref at);
        return (name, argument.Length == 0 ? null : argument);
    }

    private static string Word(byte[] buffer, ref int at)
    {
        while (buffer[at] == ' ') at++;
        int start = at;
        while (buffer[at] is not (0 or (byte)' ')) at++;
        return EscapedUtf8.Decode(buffer.AsSpan(start, at - start));
    }
}
