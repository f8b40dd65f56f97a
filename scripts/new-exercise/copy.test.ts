import { expect, test } from 'vitest';
import { copyExercise, fillTemplate, functionName } from './copy';

test('a slug becomes the name of the function to write', () => {
  expect(functionName('relu-backward')).toBe('reluBackward');
});

test('the id and the names are those of the new exercise', () => {
  const filled = fillTemplate("id: '00-template/template', template(x), template64", '05-convolution/template-conv');
  expect(filled).toBe("id: '05-convolution/template-conv', templateConv(x), templateConv64");
});

test.each(['', 'dense', '02-mlp', '2-mlp/dense', '02-mlp/Dense', '../evil'])('“%s” is no id', async (id) => {
  await expect(copyExercise(id)).rejects.toThrow('must look like');
});

test('a folder that is there is not written over', async () => {
  await expect(copyExercise('02-mlp/softmax')).rejects.toThrow('exists already');
});
