namespace Foldstream.Generators;

/// <summary>What a handler of a subscription or projector takes beside its event.</summary>
internal enum HandlerPart
{
    Context,
    Transaction,
    Token,
}
