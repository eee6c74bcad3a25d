namespace Foldstream.Generators;

/// <summary>What a handler of a subscription or projector returns.</summary>
internal enum HandlerReturn
{
    Nothing,
    Task,
    ValueTask,
}
