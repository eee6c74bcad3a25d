namespace Foldstream.Json.Tests;

/// <summary>Damages content in a few places.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. new[] { "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "0", "-", "1e999", ".", "\\u0041", "\\ud800", "//", "/**/", "\"a\":1,", "{}", "[]", " ", "9999999999999999999999" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
        [0xff], [0xc3], [0xed, 0xa0, 0x80], [0x00], [0xef, 0xbb, 0xbf],
    ];

    public static byte[] Of(byte[] json, Random random)
    {
        var bytes = new List<byte>(json);
        for (var left = random.Next(1, 4); left > 0; left--)
            Damage(bytes, random);
        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 6), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
