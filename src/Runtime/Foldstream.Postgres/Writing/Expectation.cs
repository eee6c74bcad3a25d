namespace Foldstream.Postgres;

/// <summary>The conditions that the server decides, each by a statement of its own.</summary>
internal enum Expectation
{
    Any,
    NoStream,
    Exists,
    Exactly,
}
