using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.TestKit;

/// <summary>
/// A source whose expected diagnostics are marked in the code: <c>{|FS0001:code|}</c>, or <c>[|code|]</c> for the only
/// diagnostic of an analyzer. Marks may be nested.
/// </summary>
internal sealed record MarkedSource(SourceFile File, ImmutableArray<ExpectedDiagnostic> Expected)
{
    public static MarkedSource[] Parse(IEnumerable<SourceFile> files, string? onlyId) =>
        [.. SourceFile.Named(files).Select(file => new Parser(file, onlyId).Parse())];

    private sealed class Parser(SourceFile file, string? onlyId)
    {
        private readonly StringBuilder _code = new();
        private readonly Stack<(string Id, int Start, string End)> _open = new();
        private readonly ImmutableArray<ExpectedDiagnostic>.Builder _expected = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();

        public MarkedSource Parse()
        {
            for (var position = 0; position < file.Text.Length;)
                position += Step(position);
            if (_open.TryPeek(out var unclosed))
                throw Malformed($"the mark {unclosed.Id} is not closed by {unclosed.End}");
            return new MarkedSource(file with { Text = _code.ToString() }, _expected.ToImmutable());
        }

        private int Step(int position)
        {
            var rest = file.Text.AsSpan(position);
            if (rest.StartsWith("{|"))
                return OpenNamed(rest);
            if (rest.StartsWith("[|"))
                return Open(onlyId ?? throw Malformed("[|…|] is for analyzers with one diagnostic; name it as in {|FS0001:…|}"), "|]", length: 2);
            if (_open.TryPeek(out var open) && rest.StartsWith(open.End))
                return Close(open.End.Length);
            _code.Append(rest[0]);
            return 1;
        }

        private int OpenNamed(ReadOnlySpan<char> rest)
        {
            var colon = rest.IndexOf(':');
            if (colon < 3)
                throw Malformed("{| is not followed by the id of a diagnostic and a colon");
            return Open(rest[2..colon].ToString(), "|}", colon + 1);
        }

        private int Open(string id, string end, int length)
        {
            _open.Push((id, _code.Length, end));
            return length;
        }

        private int Close(int length)
        {
            var (id, start, _) = _open.Pop();
            _expected.Add(new ExpectedDiagnostic(id, file.Path, TextSpan.FromBounds(start, _code.Length)));
            return length;
        }

        private FormatException Malformed(string problem) => new($"The markup of {file.Path} is malformed: {problem}.");
    }
}
