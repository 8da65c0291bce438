using System.Text;
using CsCheck;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Source;

/// <summary>No byte is lost between a file and the text that is made of it.</summary>
public sealed class EscapedUtf8Tests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // Pieces of sequences, whole ones, surrogates in disguise, and ones that are too long.
    private static readonly Gen<byte[]> Piece = Gen.OneOf<byte[]>(
        [0x41], [0x00], [0xC3], [0xA9], [0xC3, 0xA9], [0xE4, 0xB8], [0xE4, 0xB8, 0xAD], [0xF0, 0x9F, 0x9A], [0xF0, 0x9F, 0x9A, 0x80],
        [0xED, 0xA0, 0x80], [0xED, 0xB2, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xEF, 0xBB, 0xBF], [0x80]);

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Piece.Array[0, 12].Select(pieces => pieces.SelectMany(piece => piece).ToArray()));

    [Fact]
    public void Bytes_come_back_as_they_were() => Bytes.Sample(
        bytes =>
        {
            string text = EscapedUtf8.Decode(bytes);
            EscapedUtf8.Encode(text).Should().Equal(bytes);
            EscapedUtf8.ByteCount(text).Should().Be(bytes.Length);
        },
        iter: 5000);

    [Fact]
    public void What_is_UTF8_is_decoded_as_UTF8_and_has_no_escapes() => Bytes.Sample(
        bytes =>
        {
            string text = EscapedUtf8.Decode(bytes);
            string? strict;
            try
            {
                strict = Strict.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                strict = null;
            }
            if (strict is not null) text.Should().Be(strict);
            Escapes(text).Should().Be(strict is null);
        },
        iter: 5000);

    [Fact]
    public void A_bad_byte_is_escaped_by_itself() => EscapedUtf8.Decode([0x61, 0xFF, 0xC3, 0x62]).Should().Be("a\udcff\udcc3b");

    private static bool Escapes(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i])) i++;
            else if (EscapedUtf8.IsEscape(text[i])) return true;
        }
        return false;
    }
}
